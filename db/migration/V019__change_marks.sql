-- In which order things were changed, for programs that follow the archive: decision 0024. The tables write it themselves.

create table change_mark (
  kind         text not null check (kind in ('plan', 'source', 'agent', 'article', 'claim', 'relation', 'discrepancy')),
  id           bigint not null,
  transaction  xid8 not null,
  at           timestamptz not null,
  primary key (kind, id)
);
comment on table change_mark is 'the transaction that changed a thing last, or what is shown of it';
create index change_mark_order on change_mark (kind, transaction, id);
create index change_mark_last on change_mark (transaction desc);

create table change_epoch (
  epoch  uuid not null default gen_random_uuid()
);
insert into change_epoch default values;
comment on table change_epoch is 'one row: another value wherever the order of change_mark was begun anew, as after a move to another server';

-- Arguments: the kind, and the column that holds the id.
create function mark_changed() returns trigger language plpgsql as $$
begin
  if tg_argv[1] = 'id' then
    insert into change_mark (kind, id, transaction, at)
    select tg_argv[0], changed.id, pg_current_xact_id(), transaction_timestamp() from changed order by changed.id
    on conflict (kind, id) do update set transaction = excluded.transaction, at = excluded.at
      where change_mark.transaction <> excluded.transaction;
  else
    insert into change_mark (kind, id, transaction, at)
    select tg_argv[0], part.id, pg_current_xact_id(), transaction_timestamp()
    from (select distinct (to_jsonb(changed) ->> tg_argv[1])::bigint as id from changed) part order by part.id
    on conflict (kind, id) do update set transaction = excluded.transaction, at = excluded.at
      where change_mark.transaction <> excluded.transaction;
  end if;
  return null;
end $$;

-- What goes out of sight, or comes back, with an article or a claim.
create function mark_dependents() returns trigger language plpgsql as $$
declare
  claims bigint[];
begin
  if tg_table_name = 'article' then
    select array_agg(claim.id) into claims from claim
    where claim.article_id in (select later.id from later join earlier using (id)
      where (later.state, later.slug) is distinct from (earlier.state, earlier.slug));
  else
    select array_agg(later.id) into claims from later join earlier using (id) where later.standing <> earlier.standing;
  end if;
  if claims is not null then
    insert into change_mark (kind, id, transaction, at)
    select dependent.kind, dependent.id, pg_current_xact_id(), transaction_timestamp()
    from (select 'claim' as kind, unnest(claims) as id
      union select 'relation', id from relation where from_id = any (claims) or to_id = any (claims)
      union select 'discrepancy', id from discrepancy where claim_id = any (claims)) dependent
    order by 1, 2
    on conflict (kind, id) do update set transaction = excluded.transaction, at = excluded.at
      where change_mark.transaction <> excluded.transaction;
  end if;
  return null;
end $$;

create function forget_marks() returns trigger language plpgsql as $$
begin
  delete from change_mark where kind = tg_argv[0];
  return null;
end $$;

do $$
declare
  marked record;
begin
  for marked in values ('plan', 'plan', 'id'), ('source', 'source', 'id'), ('agent', 'agent', 'id'), ('article', 'article', 'id'),
    ('claim', 'claim', 'id'), ('relation', 'relation', 'id'), ('discrepancy', 'discrepancy', 'id'), ('point', 'plan', 'plan_id'),
    ('source_variant', 'source', 'source_id'), ('agent_variant', 'agent', 'agent_id'), ('article_basis', 'article', 'article_id'),
    ('article_note', 'article', 'article_id'), ('byline', 'article', 'article_id'), ('claim_via', 'claim', 'claim_id'),
    ('claim_point', 'claim', 'claim_id')
  loop
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement
      execute function mark_changed(%L, %L)', marked.column1 || '_is_marked_when_added', marked.column1, marked.column2, marked.column3);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement
      execute function mark_changed(%L, %L)', marked.column1 || '_is_marked', marked.column1, marked.column2, marked.column3);
    if marked.column3 = 'id' then
      execute format('create trigger %I after truncate on %I for each statement execute function forget_marks(%L)',
        marked.column1 || '_is_forgotten', marked.column1, marked.column2);
      execute format('insert into change_mark (kind, id, transaction, at) select %L, id, pg_current_xact_id(), transaction_timestamp() from %I',
        marked.column2, marked.column1);
    else
      execute format('create trigger %I after delete on %I referencing old table as changed for each statement
        execute function mark_changed(%L, %L)', marked.column1 || '_is_marked_when_gone', marked.column1, marked.column2, marked.column3);
    end if;
  end loop;
end $$;

create trigger article_marks_dependents after update on article referencing old table as earlier new table as later for each statement
  execute function mark_dependents();
create trigger claim_marks_dependents after update on claim referencing old table as earlier new table as later for each statement
  execute function mark_dependents();
