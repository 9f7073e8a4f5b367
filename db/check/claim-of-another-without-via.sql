-- Held claims of somebody other than the author that say not through whom they reach the article.
select claim.key
from claim
where not claim.claimant_is_author and claim.standing <> 'withdrawn'
  and not exists (select from claim_via where claim_via.claim_id = claim.id);
