-- What the index may not hold yet, in bulk. A single change leaves an event in hsearch_outbox_event; many articles that come
-- in at once, or all of them when the index is rebuilt, leave a row here for some hundreds of them.

create table index_rebuild (
  id        bigint generated always as identity primary key,
  reason    text not null,
  mapping   text not null,
  emptied   boolean not null,
  articles  int not null check (articles >= 0),
  begun     timestamptz not null default now(),
  ended     timestamptz check (ended >= begun)
);
create unique index index_rebuild_once on index_rebuild ((true)) where ended is null;
comment on table index_rebuild is 'each time that the whole index is brought up to the record; at most one is under way';
comment on column index_rebuild.reason is 'why, as a sentence without a full stop';
comment on column index_rebuild.mapping is 'from what the index is made then, see IndexMark: another application goes by another one, and begins anew';
comment on column index_rebuild.emptied is 'whether the index was emptied first; otherwise it answers all the while, each document giving way to its successor';
comment on column index_rebuild.articles is 'how many there were when it began';

create table index_backlog (
  id        bigint generated always as identity primary key,
  articles  bigint[] not null check (cardinality(articles) between 1 and 10000),
  rebuild   bigint references index_rebuild,
  attempts  int not null default 0,
  due       timestamptz not null default now()
);
comment on table index_backlog is 'articles that the index may hold otherwise than the record does, or not at all; a row is written in the transaction that changes them, and deleted once the index holds them';
comment on column index_backlog.rebuild is 'null for what came in';
comment on column index_backlog.attempts is 'how often it failed';
comment on column index_backlog.due is 'not to be tried before';
