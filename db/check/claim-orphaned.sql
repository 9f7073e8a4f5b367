-- Claims of the corpus that are held and have lost their place in a text that no editor changed.
select claim.key, claim.exact
from claim join article on article.id = claim.article_id
where claim.standing <> 'withdrawn' and claim.anchoring = 'orphan' and claim.coding in ('first', 'first-independent', 'second')
  and article.origin = 'corpus';
