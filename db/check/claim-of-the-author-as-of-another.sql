-- Held claims whose claimant is an author of the article, but which are coded as somebody else's.
select claim.key, byline.agent_id
from claim join byline on byline.article_id = claim.article_id and byline.agent_id = claim.claimant_id
where not claim.claimant_is_author and claim.standing <> 'withdrawn';
