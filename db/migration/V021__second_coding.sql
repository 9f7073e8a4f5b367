-- Second codings of published texts, made in the workbench, and their adjudication: decision 0026. Nothing of them is in the
-- record until an adjudicator's decisions are applied to its claims.

create table second_coding (
  id              bigint generated always as identity primary key,
  article_id      bigint not null,
  version         int not null,
  editor_id       bigint not null references editor,
  state           text not null check (state in ('open', 'finished', 'adjudicated', 'given_up')),
  blind           boolean not null,
  form            json not null,
  revision        int not null check (revision >= 1),
  begun_at        timestamptz not null,
  updated_at      timestamptz not null,
  finished_at     timestamptz,
  adjudicated_at  timestamptz,
  foreign key (article_id, version) references article_version (article_id, number),
  unique (article_id, version, editor_id),
  check (finished_at is not null or state in ('open', 'given_up')),
  check ((state = 'adjudicated') = (adjudicated_at is not null))
);
comment on table second_coding is 'an editor''s own coding of a text that is coded already; never deleted, never shown to readers as claims';
comment on column second_coding.version is 'of the article: the text that is coded';
comment on column second_coding.blind is 'false from the moment on at which its coder was shown the claims of others on the page where claims are marked';
comment on column second_coding.form is 'claims and new names as typed, literally; json and not jsonb, which refuses U+0000';
comment on column second_coding.revision is 'goes up by one with every saving, from 1';
comment on column second_coding.finished_at is 'since then it is not changed: what it held is in second_coding_claim';
create index second_coding_editor on second_coding (editor_id, state, updated_at desc);
create index second_coding_finished on second_coding (finished_at desc) where state in ('finished', 'adjudicated');

create table second_coding_step (
  id                bigint generated always as identity primary key,
  second_coding_id  bigint not null references second_coding,
  step              text not null check (step in ('begun', 'unblinded', 'carried', 'given_up', 'resumed', 'finished', 'set_aside', 'adjudicated')),
  taken_by          text not null,
  taken_at          timestamptz not null,
  remark            text,
  check (step not in ('given_up', 'set_aside') or remark is not null)
);
comment on table second_coding_step is 'who did what with a second coding, in order; never changed';
create index second_coding_step_coding on second_coding_step (second_coding_id, id);

create table second_coding_removed_claim (
  id                bigint generated always as identity primary key,
  second_coding_id  bigint not null references second_coding,
  place             int not null check (place >= 0),
  form              json not null,
  reason            text not null,
  removed_at        timestamptz not null,
  restored_at       timestamptz
);
comment on table second_coding_removed_claim is 'claims that its coder took out, as draft_removed_claim; never deleted';
create index second_coding_removed_claim_coding on second_coding_removed_claim (second_coding_id, removed_at desc) where restored_at is null;

create table second_coding_claim (
  id                bigint generated always as identity primary key,
  second_coding_id  bigint not null references second_coding,
  number            int not null check (number >= 1),
  side              text not null check (side in ('first', 'second')),
  key               text not null,
  claim_id          bigint references claim,
  last_change       bigint,
  form              json,
  span_start        int not null check (span_start >= 0),
  span_end          int not null,
  exact             text not null,
  paraphrase        text not null,
  version           text not null,
  claimant          text not null,
  via               text[] not null,
  uptake            text,
  certainty         text not null,
  kind              text not null,
  target            text not null,
  target_agent      text,
  aspect            text not null,
  stance            text not null,
  points            text[] not null,
  unique (second_coding_id, number, side),
  check (span_end > span_start),
  check ((side = 'first') = (form is null) and (side = 'first') = (last_change is not null)),
  check (side = 'second' or claim_id is not null)
);
comment on table second_coding_claim is 'both codings as they were when the second was finished: agreement is measured from these, whatever becomes of the claims';
comment on column second_coding_claim.number is 'of the row, from 1 in the order of the text; the same for the claims of both codings that stand side by side';
comment on column second_coding_claim.key is 'the id of the published claim, or one of the form s01 for those of the second coding';
comment on column second_coding_claim.claim_id is 'the published claim; of the second coding, the claim that adjudication made of it';
comment on column second_coding_claim.last_change is 'the number of the last change of the published claim then';
comment on column second_coding_claim.span_start is 'the first code point in the version that is coded';
comment on column second_coding_claim.span_end is 'the code point after the last';
comment on column second_coding_claim.claimant is 'author, the slug of an agent, or the name of somebody whom the archive does not know yet';
comment on column second_coding_claim.via is 'in the same form';
comment on column second_coding_claim.points is 'plan, number with letter, and bearing: 28-point-plan/10d/about';

create table second_coding_decision (
  id                bigint generated always as identity primary key,
  second_coding_id  bigint not null references second_coding,
  number            int not null check (number >= 1),
  choice            text not null check (choice in ('first', 'second', 'mixed')),
  form              json,
  reason            text not null check (reason <> ''),
  last_change       bigint not null,
  decided_by        text not null,
  decided_at        timestamptz not null,
  check ((choice = 'mixed') = (form is not null))
);
comment on table second_coding_decision is 'what an adjudicator decided of a row; the last of a row counts, none is ever changed';
comment on column second_coding_decision.choice is 'first: it stays as published; second: as the second coding has it; mixed: as in form';
comment on column second_coding_decision.last_change is 'the number of the last change of the published claim that the adjudicator saw; 0 where there is none';
create index second_coding_decision_row on second_coding_decision (second_coding_id, number, id desc);
create trigger second_coding_decision_is_immutable before update or delete on second_coding_decision for each row execute function refuse_change();
