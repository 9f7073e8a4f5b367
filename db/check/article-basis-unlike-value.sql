-- Metadata that has a value though its basis is unknown, or a basis though it has no value.
select article.slug, b.field, b.basis
from article join article_basis b on b.article_id = article.id
where b.field <> 'derived_from'
  and (b.basis = 'unknown') <> case b.field
    when 'title' then article.title is null
    when 'supplied_title' then article.supplied_title is null
    when 'authors' then not exists (select from byline where byline.article_id = article.id)
    when 'date' then article.date is null
    when 'url' then article.url is null
    else false end;
