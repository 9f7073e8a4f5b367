-- Placed claims whose span ends beyond the text of the version in which it counts (code points).
select claim.key, claim.span_start, claim.span_end, v.code_points
from claim join article_version v on v.article_id = claim.article_id and v.number = claim.placed_on_version
where claim.span_end > v.code_points;
