-- The history of the record: who changed what, when and why. It is written by the tables themselves, whatever program
-- writes them, and never changed. In whose name and why a transaction writes, it says by settings: catena.editor,
-- catena.reason, catena.run.

create table change (
  id             bigint generated always as identity primary key,
  transaction    xid8 not null default pg_current_xact_id(),
  at             timestamptz not null default transaction_timestamp(),
  editor         text default nullif(current_setting('catena.editor', true), ''),
  reason         text default nullif(current_setting('catena.reason', true), ''),
  ingest_run_id  bigint references ingest_run default nullif(current_setting('catena.run', true), '')::bigint,
  kind           text not null check (kind in ('article', 'claim', 'relation', 'discrepancy', 'agent', 'source')),
  entity_id      bigint not null,
  part           text not null,
  operation      text not null check (operation in ('added', 'changed', 'removed')),
  before         jsonb,
  after          jsonb
);
comment on table change is 'one row of the record that was added, changed or removed; never changed itself. New versions of a text are not among them: article_version is never changed either';
comment on column change.transaction is 'what was changed together';
comment on column change.editor is 'an account or a job; not a reference, so that history outlives accounts. Null for what nobody signed';
comment on column change.ingest_run_id is 'the reading that changed it, where one did';
comment on column change.entity_id is 'the id of the article, claim and so on; not a reference, so that history outlives rows';
comment on column change.part is 'the table';
comment on column change.before is 'columns as they were: of the table of the kind itself those that changed, of the tables of its parts all of them';
create index change_entity on change (kind, entity_id, id);
create index change_at on change (at);
create trigger change_is_immutable before update or delete on change for each row execute function refuse_change();

-- Arguments: the kind, and the column that holds the id of what the row belongs to.
create function note_change() returns trigger language plpgsql as $$
declare
  untold constant text[] := array['id', 'sha256', 'created_at', 'updated_at', tg_argv[1]];
  earlier jsonb := to_jsonb(old);
  later jsonb := case tg_op when 'UPDATE' then to_jsonb(new) end;
  entity bigint := (earlier ->> tg_argv[1])::bigint;
begin
  earlier := earlier - untold;
  later := later - untold;
  if earlier = later then
    return null;
  end if;
  if tg_op = 'UPDATE' and tg_argv[1] = 'id' then
    insert into change (kind, entity_id, part, operation, before, after)
    select tg_argv[0], entity, tg_table_name, 'changed', jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, later -> was.key)
    from jsonb_each(earlier) was where later -> was.key is distinct from was.value;
  else
    insert into change (kind, entity_id, part, operation, before, after)
    values (tg_argv[0], entity, tg_table_name, case tg_op when 'UPDATE' then 'changed' else 'removed' end, earlier, later);
  end if;
  return null;
end $$;

-- What is new as a whole is noted once, without its values: they are in the record, or in later changes. Of what many are
-- copied in at once (catena.bulk) nothing is noted: version 1 of each text says who took it in and when.
create function note_added() returns trigger language plpgsql as $$
begin
  if tg_argv[1] = 'id' then
    insert into change (kind, entity_id, part, operation) select tg_argv[0], added.id, tg_table_name, 'added' from added;
  else
    insert into change (kind, entity_id, part, operation, after)
    select tg_argv[0], (line ->> tg_argv[1])::bigint, tg_table_name, 'added', line - tg_argv[1]
    from (select to_jsonb(added) as line from added) lines
    where not exists (select from change whole where whole.kind = tg_argv[0]
      and whole.entity_id = (line ->> tg_argv[1])::bigint and whole.part = tg_argv[0] and whole.operation = 'added'
      and whole.transaction = pg_current_xact_id());
  end if;
  return null;
end $$;

do $$
declare
  traced record;
begin
  for traced in values ('article', 'article', 'id'), ('article_basis', 'article', 'article_id'), ('article_note', 'article', 'article_id'),
    ('byline', 'article', 'article_id'), ('old_slug', 'article', 'article_id'), ('claim', 'claim', 'id'), ('claim_via', 'claim', 'claim_id'),
    ('claim_point', 'claim', 'claim_id'), ('relation', 'relation', 'id'), ('discrepancy', 'discrepancy', 'id'), ('agent', 'agent', 'id'),
    ('agent_variant', 'agent', 'agent_id'), ('source', 'source', 'id'), ('source_variant', 'source', 'source_id')
  loop
    execute format('create trigger %I after update or delete on %I for each row execute function note_change(%L, %L)',
      traced.column1 || '_is_traced', traced.column1, traced.column2, traced.column3);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement
      when (coalesce(current_setting(''catena.bulk'', true), '''') <> ''on'') execute function note_added(%L, %L)',
      traced.column1 || '_is_traced_when_added', traced.column1, traced.column2, traced.column3);
  end loop;
end $$;
