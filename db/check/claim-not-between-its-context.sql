-- Claims in the version on which they were made that do not stand between their prefix and suffix.
select claim.key, claim.prefix, claim.suffix
from claim join article_version v on v.article_id = claim.article_id and v.number = claim.placed_on_version
where claim.anchoring in ('exact', 'moved') and claim.placed_on_version = claim.made_on_version
  and (right(substring(v.text from 1 for claim.span_start), length(claim.prefix)) <> claim.prefix
    or substring(v.text from claim.span_end + 1 for length(claim.suffix)) <> claim.suffix);
