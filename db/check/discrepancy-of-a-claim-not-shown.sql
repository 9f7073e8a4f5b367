-- Held discrepancies whose claim is withdrawn or serves agreement only.
select claim.key
from discrepancy join claim on claim.id = discrepancy.claim_id
where discrepancy.withdrawn_reason is null and claim.standing <> 'shown';
