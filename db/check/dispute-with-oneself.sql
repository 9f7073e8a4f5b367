-- Disputes between two claims of the same claimant: nobody disputes with himself. An author whom nobody names is one per article.
select a.key as "from", b.key as "to"
from relation join claim a on a.id = relation.from_id join claim b on b.id = relation.to_id
where relation.type = 'disputes' and relation.withdrawn_reason is null
  and (a.claimant_id = b.claimant_id
    or a.claimant_is_author and b.claimant_is_author and a.article_id = b.article_id);
