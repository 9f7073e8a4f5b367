-- Claims of finished second codings, the words under whose span are not the quote.
select c.second_coding_id, c.number, c.exact
from second_coding_claim c join second_coding sc on sc.id = c.second_coding_id
join article_version v on v.article_id = sc.article_id and v.number = sc.version
where c.side = 'second' and substring(v.text from c.span_start + 1 for c.span_end - c.span_start) is distinct from c.exact;
