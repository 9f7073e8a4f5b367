-- Claims whose id does not begin with the slug, or an old slug, of their article.
select claim.key, article.slug
from claim join article on article.id = claim.article_id
where split_part(claim.key, '/', 1) <> article.slug
  and not exists (select from old_slug where old_slug.article_id = article.id and old_slug.slug = split_part(claim.key, '/', 1));
