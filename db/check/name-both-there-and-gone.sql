-- Sources and agents that programs are told are no more.
select g.kind, g.slug from gone_name g join source s on g.kind = 'source' and s.id = g.id
union all
select g.kind, g.slug from gone_name g join agent a on g.kind = 'agent' and a.id = g.id;
