-- Pairs of claims that are said to agree and to contradict or dispute, or that stand in one relation in both directions.
select a.type, b.type as other, a.from_id, a.to_id
from relation a join relation b on b.id > a.id
  and least(a.from_id, a.to_id) = least(b.from_id, b.to_id) and greatest(a.from_id, a.to_id) = greatest(b.from_id, b.to_id)
where a.withdrawn_reason is null and b.withdrawn_reason is null
  and (a.type = b.type or 'agrees' in (a.type, b.type) and (a.type in ('contradicts', 'disputes') or b.type in ('contradicts', 'disputes')));
