-- Held relations one of whose claims is withdrawn or serves agreement only.
select relation.type, a.key as "from", b.key as "to"
from relation join claim a on a.id = relation.from_id join claim b on b.id = relation.to_id
where relation.withdrawn_reason is null and (a.standing <> 'shown' or b.standing <> 'shown');
