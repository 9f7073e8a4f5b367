-- What the index follows the record by. Hibernate Search writes an event in the transaction that changes an article, and
-- deletes it once the index holds the change. Names and types are those that it validates (coordination "outbox-polling").

create table hsearch_outbox_event (
  id              uuid primary key,
  entity_name     varchar(256) not null,
  entity_id       varchar(256) not null,
  entity_id_hash  int not null,
  payload         bytea not null,
  retries         int not null,
  process_after   timestamptz(6) not null,
  status          varchar(255) not null check (status in ('PENDING', 'ABORTED')),
  tenant_id       varchar(255)
);
create index hsearch_outbox_event_process_after on hsearch_outbox_event (process_after);
comment on table hsearch_outbox_event is 'changes that the index does not hold yet';

create table hsearch_agent (
  id                    uuid primary key,
  type                  varchar(255) not null check (type in ('EVENT_PROCESSING_DYNAMIC_SHARDING', 'EVENT_PROCESSING_STATIC_SHARDING', 'MASS_INDEXING')),
  name                  varchar(255) not null,
  expiration            timestamptz(6) not null,
  state                 varchar(255) not null check (state in ('RUNNING', 'WAITING', 'SUSPENDED')),
  total_shard_count     int,
  assigned_shard_index  int,
  payload               bytea,
  tenant_id             varchar(255)
);
comment on table hsearch_agent is 'the processes that bring events into the index, each until it expires';

create table index_record (
  id  uuid primary key default gen_random_uuid()
);
comment on table index_record is 'one row: names this database, so that an index that was made from another one is noticed';
insert into index_record default values;
