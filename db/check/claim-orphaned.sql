-- Claims of the corpus that are held and have lost their place in the text.
select claim.key, claim.exact
from claim
where claim.standing <> 'withdrawn' and claim.anchoring = 'orphan' and claim.coding in ('first', 'first-independent', 'second');
