-- The people who edit, and their submissions in progress.

create table editor (
  id          bigint generated always as identity primary key,
  name        text not null unique check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and name not in ('first', 'second')),
  password    text not null,
  created_at  timestamptz not null
);
comment on column editor.name is 'the account; also the name of the coding of the claims that the editor makes, so never one of the corpus''s codings';
comment on column editor.password is 'hashed, with the name of the hash in front';

create table draft (
  id              bigint generated always as identity primary key,
  owner_id        bigint not null references editor,
  state           text not null check (state in ('open', 'published', 'discarded')),
  article_id      bigint references article,
  article_sha256  char(64),
  title           text not null,
  form            json not null,
  revision        int not null check (revision >= 1),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  check (state <> 'published' or article_id is not null)
);
comment on table draft is 'a submission in progress, never deleted';
comment on column draft.article_id is 'the article that it edits, or that it became';
comment on column draft.article_sha256 is 'of the article that it edits, when the draft was opened';
comment on column draft.title is 'by which lists call it';
comment on column draft.form is 'what was typed, literally; json and not jsonb, which refuses U+0000';
comment on column draft.revision is 'goes up by one with every saving, from 1';
create index draft_owner on draft (owner_id, state, updated_at desc);
create index draft_article on draft (article_id);
