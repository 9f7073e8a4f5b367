-- When an article was last changed for those who harvest it: the text, what is known of it, or a claim in it. It is written by
-- the tables that a record is made of, whatever program writes them, so that no change is missed.

create table article_stamp (
  article_id   bigint primary key references article,
  identifier   text not null unique,
  stamp        timestamptz not null check (stamp = date_trunc('second', stamp)),
  transaction  xid8 not null
);
comment on column article_stamp.identifier is 'by which harvesters know the article: the slug with which it came in, whatever became of it';
comment on column article_stamp.stamp is 'taken after the transaction got its id, so never before the beginning of a writer that is still at work';
comment on column article_stamp.transaction is 'the last that changed the article: it stamps once';
create index article_stamp_order on article_stamp (stamp, article_id);

insert into article_stamp
select a.id, a.slug, date_trunc('second', greatest(a.updated_at, (select max(c.updated_at) from claim c where c.article_id = a.id))),
  pg_current_xact_id()
from article a;

-- Argument: a question for the ids of the articles, of the rows that were written.
create function stamp_articles() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into article_stamp (article_id, identifier, stamp, transaction)
     select a.id, case when exists (select from article_stamp s where s.identifier = a.slug) then a.slug || ''.'' || a.id else a.slug end,
       date_trunc(''second'', clock_timestamp()), pg_current_xact_id()
     from article a where a.id in (%s) and not exists (select from article_stamp s
       where s.article_id = a.id and s.transaction = pg_current_xact_id() and s.stamp >= date_trunc(''second'', transaction_timestamp()))
     order by a.id
     on conflict (article_id) do update set stamp = greatest(article_stamp.stamp, excluded.stamp), transaction = excluded.transaction', tg_argv[0]);
  return null;
end $$;

do $$
declare
  told record;
  happening text;
begin
  for told in values
    ('article', 'select id from written'), ('byline', 'select article_id from written'), ('claim', 'select article_id from written'),
    ('claim_via', 'select c.article_id from written w join claim c on c.id = w.claim_id'),
    ('claim_point', 'select c.article_id from written w join claim c on c.id = w.claim_id'),
    ('source', 'select o.id from written w join article o on o.source_id = w.id'),
    ('agent', 'select b.article_id from written w join byline b on b.agent_id = w.id
      union select c.article_id from written w join claim c on c.claimant_id = w.id
      union select c.article_id from written w join claim c on c.target_agent_id = w.id
      union select c.article_id from written w join claim_via v on v.agent_id = w.id join claim c on c.id = v.claim_id'),
    ('point', 'select c.article_id from written w join claim_point p on p.point_id = w.id join claim c on c.id = p.claim_id')
  loop
    foreach happening in array case when told.column1 in ('source', 'agent', 'point') then array['update'] else array['insert', 'update', 'delete'] end
    loop
      execute format('create trigger %I after %s on %I referencing %s table as written for each statement execute function stamp_articles(%L)',
        told.column1 || '_stamps_on_' || happening, happening, told.column1, case happening when 'delete' then 'old' else 'new' end, told.column2);
    end loop;
  end loop;
end $$;
-- Merging names needs them, too.
create index if not exists claim_target_agent on claim (target_agent_id) where target_agent_id is not null;
create index if not exists claim_via_agent on claim_via (agent_id) where agent_id is not null;

-- Feeds go by these, and sitemaps are counted by them.
create index article_changed on article (updated_at desc, id desc) where state = 'published';
create index claim_changed on claim (updated_at desc, id desc) where standing = 'shown';
