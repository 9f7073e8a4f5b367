-- Claims of one coding on the same words, with the same paraphrase.
select a.key, b.key as other
from claim a join claim b on b.article_id = a.article_id and b.coding = a.coding and b.id > a.id
where a.standing <> 'withdrawn' and b.standing <> 'withdrawn'
  and a.span_start = b.span_start and a.span_end = b.span_end and lower(a.paraphrase) = lower(b.paraphrase);
