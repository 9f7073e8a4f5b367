-- Relations without direction that readers are shown from the later article, or the later place, to the earlier.
with placed as (
  select claim.id, claim.key, claim.article_id, claim.span_start, article.slug,
    coalesce(regexp_replace(article.date, '[\[~?%]', '', 'g'), '~') || ' ' || article.slug as place
  from claim join article on article.id = claim.article_id
)
select relation.type, a.key as "first", b.key as "second"
from shown_relation relation join placed a on a.id = relation.first_id join placed b on b.id = relation.second_id
where relation.type <> 'elaborates'
  and (a.place collate "C" > b.place collate "C" or (a.article_id = b.article_id and a.span_start > b.span_start));
