-- Claims that are said to stand in changed words, and stand in the words of their quote.
select claim.key
from claim join article_version v on v.article_id = claim.article_id and v.number = claim.placed_on_version
where claim.anchoring = 'fuzzy'
  and substring(v.text from claim.span_start + 1 for claim.span_end - claim.span_start) = claim.exact;
