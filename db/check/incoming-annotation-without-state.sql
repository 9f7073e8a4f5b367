-- An incoming annotation whose states do not begin with its arrival, or have gaps.
select a.name from incoming_annotation a
left join incoming_annotation_state s on s.annotation_id = a.id
group by a.id, a.name
having count(s.number) = 0 or max(s.number) <> count(s.number)
  or not bool_or(s.number = 1 and s.act = 'received');
