-- Claims placed word for word, the words under whose span are not the quote. PostgreSQL counts characters as code points, from 1.
select claim.key, claim.exact, substring(v.text from claim.span_start + 1 for claim.span_end - claim.span_start) as words
from claim join article_version v on v.article_id = claim.article_id and v.number = claim.placed_on_version
where claim.anchoring in ('exact', 'moved')
  and substring(v.text from claim.span_start + 1 for claim.span_end - claim.span_start) is distinct from claim.exact;
