-- What harvesters and mirrors hold on to: identifiers that outlive a restore, stamps that follow relations and discrepancies,
-- and names that went when two were merged.

-- ---------------------------------------------------------------- identifiers

alter table article add column identifier text;
comment on column article.identifier is 'by which harvesters and feeds know it for ever: the slug with which it came in, whatever became of it; releases keep it';
-- Nothing that readers see changes by this.
alter table article disable trigger user;
update article set identifier = stamped.identifier from article_stamp stamped where stamped.article_id = article.id;
alter table article enable trigger user;
alter table article alter column identifier set not null;
alter table article add constraint article_identifier_key unique (identifier);

create function identify_article() returns trigger language plpgsql as $$
begin
  if new.identifier is null then
    new.identifier := case when exists (select from article where identifier = new.slug) then new.slug || '.' || new.id else new.slug end;
  end if;
  return new;
end $$;
create trigger article_is_identified before insert on article for each row execute function identify_article();

-- ---------------------------------------------------------------- stamps

alter table article_stamp drop column identifier;
create or replace function stamp_articles() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into article_stamp (article_id, stamp, transaction)
     select a.id, date_trunc(''second'', clock_timestamp()), pg_current_xact_id()
     from article a where a.id in (%s) and not exists (select from article_stamp s
       where s.article_id = a.id and s.transaction = pg_current_xact_id() and s.stamp >= date_trunc(''second'', transaction_timestamp()))
     order by a.id
     on conflict (article_id) do update set stamp = greatest(article_stamp.stamp, excluded.stamp), transaction = excluded.transaction', tg_argv[0]);
  return null;
end $$;

-- A relation is told in the records of both its articles, and goes out of sight with either claim.
drop trigger article_stamps_on_update on article;
create trigger article_stamps_on_update after update on article referencing old table as earlier new table as written
  for each statement execute function stamp_articles('select id from written
    union select o.article_id from written w join earlier e on e.id = w.id and e.state <> w.state join claim c on c.article_id = w.id
      join relation r on r.from_id = c.id or r.to_id = c.id join claim o on o.id in (r.from_id, r.to_id)');
drop trigger claim_stamps_on_update on claim;
create trigger claim_stamps_on_update after update on claim referencing old table as earlier new table as written
  for each statement execute function stamp_articles('select article_id from written
    union select o.article_id from written w join earlier e on e.id = w.id and e.standing <> w.standing
      join relation r on r.from_id = w.id or r.to_id = w.id join claim o on o.id in (r.from_id, r.to_id)');
do $$
declare
  told record;
  happening text;
begin
  for told in values
    ('relation', 'select c.article_id from written w join claim c on c.id in (w.from_id, w.to_id)'),
    ('discrepancy', 'select c.article_id from written w join claim c on c.id = w.claim_id')
  loop
    foreach happening in array array['insert', 'update', 'delete']
    loop
      execute format('create trigger %I after %s on %I referencing %s table as written for each statement execute function stamp_articles(%L)',
        told.column1 || '_stamps_on_' || happening, happening, told.column1, case happening when 'delete' then 'old' else 'new' end, told.column2);
    end loop;
  end loop;
end $$;

-- ---------------------------------------------------------------- names that went

create table gone_name (
  kind  text not null check (kind in ('source', 'agent')),
  id    bigint not null,
  slug  text not null,
  primary key (kind, id)
);
comment on table gone_name is 'sources and agents that are no more, so that programs which follow changes learn of it; old_source_slug and old_agent_slug say where they lead';

create function mark_gone() returns trigger language plpgsql as $$
begin
  insert into gone_name (kind, id, slug) select tg_argv[0], gone.id, gone.slug from gone
  on conflict (kind, id) do update set slug = excluded.slug;
  insert into change_mark (kind, id, transaction, at)
  select tg_argv[0], gone.id, pg_current_xact_id(), transaction_timestamp() from gone order by gone.id
  on conflict (kind, id) do update set transaction = excluded.transaction, at = excluded.at;
  return null;
end $$;
create trigger source_is_marked_when_gone after delete on source referencing old table as gone
  for each statement execute function mark_gone('source');
create trigger agent_is_marked_when_gone after delete on agent referencing old table as gone
  for each statement execute function mark_gone('agent');

create or replace function forget_marks() returns trigger language plpgsql as $$
begin
  delete from change_mark where kind = tg_argv[0];
  delete from gone_name where kind = tg_argv[0];
  return null;
end $$;

-- Of those that went before, only the slugs are left.
with gone as (insert into gone_name select 'source', nextval('source_seq'), slug from old_source_slug returning kind, id)
insert into change_mark (kind, id, transaction, at) select kind, id, pg_current_xact_id(), transaction_timestamp() from gone;
with gone as (insert into gone_name select 'agent', nextval('agent_seq'), slug from old_agent_slug returning kind, id)
insert into change_mark (kind, id, transaction, at) select kind, id, pg_current_xact_id(), transaction_timestamp() from gone;
