-- Published articles whose current version is missing, or is not the newest.
select article.slug, article.version
from article
where article.state = 'published'
  and article.version is distinct from (select max(number) from article_version where article_version.article_id = article.id);
