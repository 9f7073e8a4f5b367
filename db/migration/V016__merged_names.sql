-- Sources and agents are edited and merged; a slug that was merged away leads to the one that stayed.

alter table source add column origin text not null default 'corpus' check (origin in ('corpus', 'editor'));
alter table agent add column origin text not null default 'corpus' check (origin in ('corpus', 'editor'));
comment on column source.origin is 'who changed it last; what an editor changed, the corpus does not overwrite';
comment on column agent.origin is 'who changed it last; what an editor changed, the corpus does not overwrite';

create table old_source_slug (
  slug       text primary key,
  source_id  bigint not null references source
);
create table old_agent_slug (
  slug      text primary key,
  agent_id  bigint not null references agent
);
create index old_source_slug_source on old_source_slug (source_id);
create index old_agent_slug_agent on old_agent_slug (agent_id);
create index claim_target_agent on claim (target_agent_id) where target_agent_id is not null;
create index claim_via_agent on claim_via (agent_id);
