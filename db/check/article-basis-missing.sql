-- Metadata of published articles that does not say on what it rests.
select article.slug, field
from article, unnest(array[case when article.title is null then 'supplied_title' else 'title' end,
  'authors', 'source', 'date', 'url', 'language']) as field
where article.state = 'published'
  and not exists (select from article_basis where article_basis.article_id = article.id and article_basis.field = field);
