-- With which programs of editors write.

create table access_token (
  id          bigint generated always as identity primary key,
  editor_id   bigint not null references editor,
  name        text not null check (length(name) between 1 and 100),
  sha256      char(64) not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  revoked_at  timestamptz
);
comment on table access_token is 'tokens of editors; never deleted, so that it stays known which there were';
comment on column access_token.name is 'for what it is, in the editor''s words';
comment on column access_token.sha256 is 'of the token, which is 256 random bits and kept nowhere';
comment on column access_token.used_at is 'last, to the day';
create index access_token_editor on access_token (editor_id);
