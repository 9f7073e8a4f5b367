-- Correspondences and remarks of held crosswalks that rest on a claim that is withdrawn or serves agreement only.
select 'correspondence' as on_what, correspondence.id, claim.key
from correspondence join crosswalk on crosswalk.id = correspondence.crosswalk_id
join correspondence_claim on correspondence_claim.correspondence_id = correspondence.id
join claim on claim.key = correspondence_claim.claim_key
where crosswalk.withdrawn_reason is null and claim.standing <> 'shown'
union all
select 'remark', crosswalk_remark.id, claim.key
from crosswalk_remark join crosswalk on crosswalk.id = crosswalk_remark.crosswalk_id
join crosswalk_remark_claim on crosswalk_remark_claim.remark_id = crosswalk_remark.id
join claim on claim.key = crosswalk_remark_claim.claim_key
where crosswalk.withdrawn_reason is null and claim.standing <> 'shown';
