-- Held claims whose target is a point, without a point that they are about.
select claim.key
from claim
where claim.target = 'point' and claim.standing <> 'withdrawn'
  and not exists (select from claim_point where claim_point.claim_id = claim.id and claim_point.bearing = 'about');
