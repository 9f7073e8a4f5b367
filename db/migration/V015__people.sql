-- Who may do what, where a draft stands and who had it, and who is logged in where.

alter table editor add column role text not null default 'administrator' check (role in ('editor', 'reviewer', 'administrator'));
alter table editor alter column role drop default;
alter table editor add column disabled_at timestamptz;
comment on column editor.role is 'each may do what the one before may: write and submit; publish and send back; keep accounts, sources and agents';
comment on column editor.disabled_at is 'since when nobody can log in with the account; accounts are never deleted';

alter table draft drop constraint draft_state_check;
alter table draft add constraint draft_state_check check (state in ('open', 'in_review', 'published', 'discarded'));
alter table draft add column article_form json;
comment on column draft.article_form is 'the article that it edits, as a form had it when its owner saw it last; null where that is not known';
create index draft_in_review on draft (updated_at) where state = 'in_review';

create table draft_saving (
  draft_id  bigint not null references draft on delete cascade,
  revision  int not null check (revision >= 1),
  form      json not null,
  saved_by  text not null,
  saved_at  timestamptz not null,
  primary key (draft_id, revision)
);
comment on table draft_saving is 'what a draft held at its last revisions: what two people typed at the same time is merged against the one that both had seen';

create table draft_step (
  id        bigint generated always as identity primary key,
  draft_id  bigint not null references draft on delete cascade,
  step      text not null check (step in ('submitted', 'taken_back', 'returned', 'published', 'discarded')),
  taken_by  text not null,
  taken_at  timestamptz not null,
  remark    text,
  check (step <> 'returned' or remark is not null)
);
comment on table draft_step is 'who did what with a draft, in order; never changed';
create index draft_step_draft on draft_step (draft_id, id);

create table login (
  id         bigint generated always as identity primary key,
  sha256     char(64) not null unique,
  editor_id  bigint not null references editor on delete cascade,
  address    text not null,
  program    text not null,
  begun_at   timestamptz not null,
  seen_at    timestamptz not null,
  ended_at   timestamptz
);
comment on table login is 'sessions: a session counts as long as its row is not ended';
comment on column login.sha256 is 'of the token that the session holds';
comment on column login.address is 'from which it was begun; not a reason for anything';
comment on column login.program is 'the browser as it names itself';
comment on column login.seen_at is 'of the last request, to the minute';
create index login_editor on login (editor_id, seen_at desc);
