-- The archive as it stood: decision 0023. A connection that called make_past() has a temporary view for each table of the record, of
-- the same name, which goes before the table. It has the rows as of the moment that tell_past() was given: those of now, with what was
-- changed since taken back. So the statements of the present tell the past. The moment itself is no longer seen.

-- Plans and what follows from them are noted as well, and addresses of names that were merged. Nobody is told of these.
alter table change drop constraint change_kind_check;
alter table change add constraint change_kind_check check (kind in ('article', 'claim', 'relation', 'discrepancy', 'agent', 'source',
  'plan', 'theme', 'point', 'witness', 'crosswalk', 'correspondence', 'crosswalk_remark', 'old_source_slug', 'old_agent_slug'));
comment on column change.before is 'columns as they were: of a table whose rows have ids those that changed, and all of a row that is gone; of other tables all of them';

create index change_of_part on change (part, entity_id, at);
create index change_since on change (part, at);
create index article_version_received on article_version (created_at);

-- Arguments: the kind, and the column that holds the id of what the row belongs to. From now on it also notes what nobody is
-- told, such as times, so that rows of the past are whole.
create or replace function note_change() returns trigger language plpgsql as $$
declare
  untold constant text[] := array['sha256', 'created_at', 'updated_at'];
  earlier jsonb := to_jsonb(old);
  later jsonb := case tg_op when 'UPDATE' then to_jsonb(new) end;
  entity bigint := (earlier ->> tg_argv[1])::bigint;
begin
  -- Of what is new in this transaction it matters to nobody.
  if earlier = later or tg_argv[1] = 'id' and earlier - untold = later - untold and exists (select from change where part = tg_table_name
      and entity_id = entity and operation = 'added' and transaction = pg_current_xact_id()) then
    return null;
  end if;
  if later ->> tg_argv[1] <> earlier ->> tg_argv[1] then
    insert into change (kind, entity_id, part, operation, before, after)
    values (tg_argv[0], entity, tg_table_name, 'removed', earlier - tg_argv[1], null),
      (tg_argv[0], (later ->> tg_argv[1])::bigint, tg_table_name, 'added', null, later - tg_argv[1]);
  elsif tg_op = 'UPDATE' and tg_argv[1] = 'id' then
    insert into change (kind, entity_id, part, operation, before, after)
    select tg_argv[0], entity, tg_table_name, 'changed', jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, later -> was.key)
    from jsonb_each(earlier) was where later -> was.key is distinct from was.value;
  else
    insert into change (kind, entity_id, part, operation, before, after)
    values (tg_argv[0], entity, tg_table_name, case tg_op when 'UPDATE' then 'changed' else 'removed' end, earlier - tg_argv[1], later - tg_argv[1]);
  end if;
  return null;
end $$;

do $$
declare
  kept record;
begin
  for kept in values ('plan', 'plan', 'id'), ('plan_difference', 'plan', 'plan_id'), ('theme', 'theme', 'id'), ('point', 'point', 'id'),
    ('point_secondary_theme', 'point', 'point_id'), ('point_keyword', 'point', 'point_id'), ('sub_point', 'point', 'point_id'),
    ('point_witness', 'point', 'point_id'), ('witness', 'witness', 'id'), ('crosswalk', 'crosswalk', 'id'),
    ('correspondence', 'correspondence', 'id'), ('correspondence_claim', 'correspondence', 'correspondence_id'),
    ('crosswalk_remark', 'crosswalk_remark', 'id'), ('crosswalk_remark_claim', 'crosswalk_remark', 'remark_id'),
    ('old_source_slug', 'old_source_slug', 'source_id'), ('old_agent_slug', 'old_agent_slug', 'agent_id')
  loop
    execute format('create trigger %I after update or delete on %I for each row execute function note_change(%L, %L)',
      kept.column1 || '_is_kept', kept.column1, kept.column2, kept.column3);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement
      when (coalesce(current_setting(''catena.bulk'', true), '''') <> ''on'') execute function note_added(%L, %L)',
      kept.column1 || '_is_kept_when_added', kept.column1, kept.column2, kept.column3);
  end loop;
end $$;

-- Earlier days cannot be told where there were articles before: of what was restored, or came in before changes were noted.
do $$
begin
  execute format('create function noted_since() returns timestamptz language sql immutable parallel safe return %L::timestamptz',
    coalesce((select min(at) from change), now()));
end $$;
comment on function noted_since() is 'from when on changes are noted in this database, or earlier ones in change tell';

-- The tables of the record whose rows change: the column that holds the id of what a row belongs to, which is its own where it
-- stands for itself; in other tables the column of its place in a list with its type, and the table of the whole.
create function record_table() returns table (name text, owner text, place text, type text, whole text, dated boolean)
language sql stable as $$
  select t.relname, a.arguments[2], place.attname, format_type(place.atttypid, null),
    (select w.relname from pg_constraint f join pg_class w on w.oid = f.confrelid
      join pg_attribute c on c.attrelid = t.oid and f.conkey = array[c.attnum]
      where f.conrelid = t.oid and f.contype = 'f' and c.attname = a.arguments[2]),
    exists (select from pg_attribute c where c.attrelid = t.oid and c.attname = 'created_at' and not c.attisdropped)
  from pg_trigger g join pg_class t on t.oid = g.tgrelid and t.relnamespace = 'public'::regnamespace
    cross join lateral regexp_match(pg_get_triggerdef(g.oid), 'note_change\(''(\w+)'', ''(\w+)''\)') a (arguments)
    left join lateral (select c.attname, c.atttypid from pg_index i join pg_attribute c on c.attrelid = t.oid and c.attnum = any (i.indkey)
      where i.indrelid = t.oid and i.indisprimary and c.attname not in ('id', a.arguments[2])) place on true
  where a.arguments is not null order by t.relname
$$;
comment on function record_table() is 'the tables whose changes are noted';

-- Gives a connection its views of the past, which are empty until tell_past() fills what they rest on: rows of now that are hidden,
-- because they were not there or were otherwise, and rows that were there instead. The conditions stand outside of the union, so
-- that indexes serve joins with the view.
create function make_past() returns void language plpgsql as $make$
declare
  told record;
begin
  for told in
    select r.*, (select string_agg(quote_ident(c.attname), ', ' order by c.attnum) from pg_attribute c
      where c.attrelid = format('public.%I', r.name)::regclass and c.attnum > 0 and not c.attisdropped) as columns
    from record_table() r
  loop
    execute format('create temporary table undone_%1$s (like public.%1$I including indexes)', told.name);
    execute format('create temporary table hidden_%1$s as select %2$s from public.%1$I with no data', told.name,
      concat_ws(', ', told.owner, told.place));
    execute format('create temporary view %1$I as
      select %2$s from (
        select %2$s, false as undone from public.%1$I union all select %2$s, true from pg_temp.undone_%1$s) line
      where line.undone or (%3$s) not in (select %3$s from pg_temp.hidden_%1$s)',
      told.name, told.columns, concat_ws(', ', told.owner, told.place));
  end loop;

  create temporary table hidden_article_version as select id from public.article_version with no data;
  create temporary view article_version as
    select version.* from public.article_version version where version.id not in (select id from pg_temp.hidden_article_version);
  create temporary view change as
    select noted.* from public.change noted where noted.at < current_setting('catena.as_of')::timestamptz;
  -- For programs that page through lists; what is shown of a thing may have been marked later than the thing itself.
  create temporary view change_mark as
    select mark.* from public.change_mark mark where mark.at < current_setting('catena.as_of')::timestamptz
    union all
    select mark.kind, mark.id, coalesce(last.transaction, '0'::xid8), coalesce(last.at, public.noted_since())
    from public.change_mark mark left join lateral (select ch.transaction, ch.at from public.change ch
      where ch.at < current_setting('catena.as_of')::timestamptz and ch.part not in ('old_slug', 'plan_difference')
        and (ch.kind = mark.kind and ch.entity_id = mark.id or mark.kind = 'plan' and ch.part = 'point'
          and ch.entity_id in (select p.id from public.point p where p.plan_id = mark.id))
      order by ch.id desc limit 1) last on true
    where mark.at >= current_setting('catena.as_of')::timestamptz;

  create temporary view gone_name as
    select gone.* from public.gone_name gone where exists (select from public.change_mark mark where mark.kind = gone.kind
      and mark.id = gone.id and mark.at < current_setting('catena.as_of')::timestamptz);

  -- What is shown is said once: the views of the past are those of the present, on its tables.
  for told in select v.relname as name, pg_get_viewdef(v.oid) as definition from pg_class v
    where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace order by v.oid
  loop
    execute format('create temporary view %I as %s', told.name, replace(told.definition, 'public.', ''));
  end loop;
end $make$;

-- Lets a connection tell of a moment, unless it does already and nothing was changed since it did.
create function tell_past(moment timestamptz) returns void language plpgsql as $tell$
declare
  last constant xid8 := (select mark.transaction from public.change_mark mark order by mark.transaction desc limit 1);
  -- What is still being written by a transaction older than the last that ended comes later, without being the last.
  noted constant text := concat_ws(' ', moment, last, (select max(ch.id) from public.change ch),
    (select string_agg(busy::text, ',' order by busy::text) from pg_snapshot_xip(pg_current_snapshot()) busy where busy < last));
  told record;
begin
  if noted = current_setting('catena.noted', true) then
    return;
  end if;
  perform set_config('catena.as_of', moment::text, false), set_config('catena.noted', '', false);
  for told in select r.*, exists (select from public.change ch where ch.part = r.name and ch.at >= moment) as is_changed,
      exists (select from public.change ch where ch.part = r.whole and ch.at >= moment and ch.operation = 'added') as is_added
    from record_table() r
  loop
    execute format('truncate pg_temp.undone_%1$s, pg_temp.hidden_%1$s', told.name);
    if told.dated then
      -- What came in by bulk says itself when.
      execute format('insert into pg_temp.hidden_%1$s select now.id from public.%1$I now where now.created_at >= $1
        and not exists (select from public.change ch where ch.part = %1$L and ch.entity_id = now.id and ch.operation = ''added'')', told.name)
      using moment;
    end if;
    if told.owner = 'id' and told.is_changed then
      execute format('insert into pg_temp.hidden_%1$s select distinct ch.entity_id from public.change ch where ch.part = %1$L and ch.at >= $1',
        told.name) using moment;
      -- Of each column the value before the first change since; of a row that is gone all that it had.
      execute format('insert into pg_temp.undone_%1$s
        select line.* from (
            select ch.entity_id, jsonb_object_agg(was.key, was.value order by ch.id desc) as earlier
            from public.change ch cross join lateral jsonb_each(ch.before) was
            where ch.part = %1$L and ch.operation <> ''added'' and ch.at >= $1 group by ch.entity_id) undone
          left join public.%1$I now on now.id = undone.entity_id
          cross join lateral jsonb_populate_record(now, %2$s undone.earlier || jsonb_build_object(''id'', undone.entity_id) %3$s) line
        where not exists (select from public.change ch where ch.part = %1$L and ch.entity_id = undone.entity_id
          and ch.operation = ''added'' and ch.at >= $1) %4$s', told.name,
        -- Of what was removed before its times were noted.
        case when told.dated then 'case when now.id is null then jsonb_build_object(''created_at'', noted_since(),
          ''updated_at'', noted_since(), ''sha256'', '''') else ''{}'' end ||' else '' end,
        -- What was withdrawn stays so on any day.
        case told.name when 'article' then '|| case when now.state = ''withdrawn''
          then jsonb_build_object(''state'', now.state, ''withdrawn_reason'', now.withdrawn_reason) else ''{}'' end' else '' end,
        case when told.dated then format('and (line.created_at < $1 or exists (select from public.change ch
          where ch.part = %L and ch.entity_id = line.id and ch.operation = ''added''))', told.name) else '' end)
      using moment;
    elsif told.owner <> 'id' and (told.is_changed or told.is_added) then
      execute format('insert into pg_temp.hidden_%1$s
        select ch.entity_id, (ch.before ->> %2$L)::%3$s from public.change ch where ch.part = %1$L and ch.at >= $1 and ch.before is not null
        union select ch.entity_id, (ch.after ->> %2$L)::%3$s from public.change ch where ch.part = %1$L and ch.at >= $1 and ch.after is not null
        union select now.%4$I, now.%2$I from public.%1$I now where now.%4$I in (select ch.entity_id from public.change ch
          where ch.part = %5$L and ch.operation = ''added'' and ch.at >= $1)', told.name, told.place, told.type, told.owner, told.whole)
      using moment;
      -- A place in a list is as it was before the first change since that has to do with it.
      execute format('insert into pg_temp.undone_%1$s
        select line.* from (
            select distinct on (noted.entity_id, noted.place) noted.entity_id, noted.earlier
            from (
                select ch.entity_id, ch.before ->> %2$L as place, ch.before as earlier, ch.id, 0 as side from public.change ch
                where ch.part = %1$L and ch.at >= $1 and ch.before is not null
                union all
                select ch.entity_id, ch.after ->> %2$L, null, ch.id, 1 from public.change ch
                where ch.part = %1$L and ch.at >= $1 and ch.after is not null) noted
            order by noted.entity_id, noted.place, noted.id, noted.side) undone
          cross join lateral jsonb_populate_record(null::public.%1$I, undone.earlier || jsonb_build_object(%3$L, undone.entity_id)) line
        where undone.earlier is not null and not exists (select from public.change ch where ch.part = %4$L
          and ch.entity_id = undone.entity_id and ch.operation = ''added'' and ch.at >= $1)', told.name, told.place, told.owner, told.whole)
      using moment;
    end if;
    if told.dated or told.is_changed or told.is_added then
      execute format('analyze pg_temp.undone_%1$s, pg_temp.hidden_%1$s', told.name);
    end if;
  end loop;
  -- Texts are never changed. One was there as soon as its article had it, or a later one.
  truncate pg_temp.hidden_article_version;
  insert into pg_temp.hidden_article_version
  select version.id from public.article_version version
  where version.created_at >= moment and not exists (select from public.change ch where ch.part = 'article'
    and ch.entity_id = version.article_id and (ch.operation = 'added' or ch.after ? 'version'))
  union
  select version.id from public.change ch join public.article_version version on version.article_id = ch.entity_id
    and (ch.operation = 'added' or (ch.before ->> 'version')::int < version.number)
  where ch.part = 'article' and ch.at >= moment;
  analyze pg_temp.hidden_article_version;
  perform set_config('catena.noted', noted, false);
end $tell$;
