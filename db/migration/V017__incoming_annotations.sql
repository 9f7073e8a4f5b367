-- What comes in by the annotation protocol: kept literally, never published by itself.

create table incoming_annotation (
  id    bigint generated always as identity primary key,
  name  text not null unique check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on column incoming_annotation.name is 'its name in its address, /annotations/{name}; never reused';

create table incoming_annotation_state (
  annotation_id  bigint not null references incoming_annotation,
  number         int not null check (number >= 1),
  act            text not null check (act in ('received', 'replaced', 'deleted', 'coded', 'set_aside', 'reopened')),
  content        text check ((content is not null) = (act in ('received', 'replaced'))),
  remark         text,
  by             text not null,
  at             timestamptz not null,
  primary key (annotation_id, number)
);
comment on table incoming_annotation_state is 'what was done with it, one row after the other; the last one says how it stands';
comment on column incoming_annotation_state.content is 'the JSON as it was sent, character for character';
comment on column incoming_annotation_state.by is 'the account that sent it or dealt with it';
create trigger incoming_annotation_state_is_immutable before update or delete on incoming_annotation_state
  for each row execute function refuse_change();
