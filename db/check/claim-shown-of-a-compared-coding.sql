-- Claims of codings that serve agreement only, but which readers are shown; and the reverse.
select claim.key, claim.coding, claim.standing
from claim
where claim.standing <> 'withdrawn'
  and (claim.standing = 'shown') = (claim.coding in ('first-independent', 'second'));
