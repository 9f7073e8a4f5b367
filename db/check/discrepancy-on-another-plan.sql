-- Discrepancies with a point of a plan on which the article does not comment, though the claim is not linked to it.
select claim.key, point.number
from discrepancy join claim on claim.id = discrepancy.claim_id join article on article.id = claim.article_id
join point on point.id = discrepancy.point_id
where discrepancy.withdrawn_reason is null and point.plan_id is distinct from article.plan_id
  and not exists (select from claim_point where claim_point.claim_id = claim.id and claim_point.point_id = point.id);
