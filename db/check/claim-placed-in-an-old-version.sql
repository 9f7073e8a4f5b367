-- Held claims that are not placed in the current version of their article.
select claim.key, claim.placed_on_version, article.version
from claim join article on article.id = claim.article_id
where claim.standing <> 'withdrawn' and claim.placed_on_version <> article.version;
