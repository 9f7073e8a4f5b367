-- Claims that were taken out of a draft, with the reason, so that they can be put back.

create table draft_removed_claim (
  id           bigint generated always as identity primary key,
  draft_id     bigint not null references draft,
  place        int not null check (place >= 0),
  form         json not null,
  reason       text not null,
  removed_at   timestamptz not null,
  restored_at  timestamptz
);
comment on table draft_removed_claim is 'never deleted';
comment on column draft_removed_claim.place is 'its index among the claims of the draft, from 0, to which it goes back';
comment on column draft_removed_claim.form is 'what was typed, literally';
create index draft_removed_claim_draft on draft_removed_claim (draft_id, removed_at desc) where restored_at is null;
