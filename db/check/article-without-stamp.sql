-- Articles that harvesters cannot see.
select a.slug from article a left join article_stamp s on s.article_id = a.id where s.article_id is null;
