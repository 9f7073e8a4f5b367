-- Relations without direction that go from the later article, or the later place, to the earlier.
with placed as (
  select claim.id, claim.key, claim.article_id, claim.span_start, article.slug,
    coalesce(regexp_replace(article.date, '[\[~?%]', '', 'g'), '~') || ' ' || article.slug as place
  from claim join article on article.id = claim.article_id
)
select relation.type, a.key as "from", b.key as "to"
from relation join placed a on a.id = relation.from_id join placed b on b.id = relation.to_id
where relation.withdrawn_reason is null and relation.type <> 'elaborates'
  and (a.place collate "C" > b.place collate "C" or (a.article_id = b.article_id and a.span_start > b.span_start));
