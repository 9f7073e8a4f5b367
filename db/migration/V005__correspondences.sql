-- Plans that are known in part only, and crosswalks: what became of the points of a plan in a later one.

alter table plan
  add column known text not null default 'whole' check (known in ('whole', 'in_part')),
  add column published_basis text check (published_basis in ('printed', 'public_page', 'inferred', 'general_knowledge')),
  add column point_count int check (point_count >= 1),
  add column point_count_basis text check (point_count_basis in ('printed', 'public_page', 'inferred', 'general_knowledge')),
  add column point_count_evidence text,
  add check ((point_count is null) = (point_count_basis is null));
alter table plan alter column known drop default;
comment on column plan.known is 'whole: every point is here; in_part: the plan is known from reports, and only the points of which they speak are here';
comment on column plan.published is 'EDTF; of a plan that nobody published, when it came about or was handed over';
comment on column plan.point_count is 'how many points the plan is said to have, where that is said';

alter table point add unique (plan_id, id);

create sequence crosswalk_seq increment 50;
create sequence correspondence_seq increment 50;
create sequence crosswalk_remark_seq increment 50;

create table crosswalk (
  id                bigint primary key,
  earlier_plan_id   bigint not null references plan,
  later_plan_id     bigint not null references plan,
  about             text not null,
  sha256            char(64) not null,
  withdrawn_reason  text,
  unique (id, earlier_plan_id, later_plan_id),
  check (earlier_plan_id <> later_plan_id)
);
comment on column crosswalk.about is 'on what the table rests, and what it cannot say, in sentences for readers';
comment on column crosswalk.sha256 is 'of the crosswalk as handed in: the same hash changes no row';
create unique index crosswalk_pair on crosswalk (least(earlier_plan_id, later_plan_id), greatest(earlier_plan_id, later_plan_id));

create table correspondence (
  id                bigint primary key,
  crosswalk_id      bigint not null,
  position          int not null check (position >= 0),
  kind              text not null check (kind in ('same', 'narrower', 'broader', 'kept', 'dropped', 'new')),
  earlier_plan_id   bigint not null,
  earlier_point_id  bigint,
  earlier_letter    text,
  later_plan_id     bigint not null,
  later_point_id    bigint,
  later_letter      text,
  note              text not null,
  basis             text not null check (basis in ('printed', 'public_page', 'inferred', 'general_knowledge')),
  evidence          text,
  page              text check (page ~ '^https?://'),
  foreign key (crosswalk_id, earlier_plan_id, later_plan_id) references crosswalk (id, earlier_plan_id, later_plan_id),
  foreign key (earlier_plan_id, earlier_point_id) references point (plan_id, id),
  foreign key (later_plan_id, later_point_id) references point (plan_id, id),
  foreign key (earlier_point_id, earlier_letter) references sub_point (point_id, letter),
  foreign key (later_point_id, later_letter) references sub_point (point_id, letter),
  unique nulls not distinct (crosswalk_id, earlier_point_id, earlier_letter, later_point_id, later_letter) deferrable initially deferred,
  check ((kind = 'new') = (earlier_point_id is null)),
  check (kind not in ('same', 'narrower', 'broader', 'new') or later_point_id is not null),
  check (kind <> 'dropped' or later_point_id is null),
  check (earlier_letter is null or earlier_point_id is not null),
  check (later_letter is null or later_point_id is not null),
  check (basis <> 'public_page' or page is not null),
  check (basis <> 'inferred' or evidence is not null)
);
comment on table correspondence is 'what became of a point of the earlier plan; kind is what the later point is to the earlier one';
comment on column correspondence.kind is 'narrower: whoever keeps the earlier point keeps the later one too, not conversely; broader: the reverse; kept: the matter is still dealt with, and the two cannot be compared or the later wording is not known; dropped, new: no counterpart';
comment on column correspondence.basis is 'printed: an article of the archive says so, by the claims that are named';
create index correspondence_earlier_point on correspondence (earlier_point_id);
create index correspondence_later_point on correspondence (later_point_id);

create table correspondence_claim (
  correspondence_id  bigint not null references correspondence,
  position           int not null,
  claim_key          text not null references claim (key),
  primary key (correspondence_id, position)
);

create table crosswalk_remark (
  id            bigint primary key,
  crosswalk_id  bigint not null references crosswalk,
  position      int not null check (position >= 0),
  sentence      text not null,
  basis         text not null check (basis in ('printed', 'public_page', 'inferred', 'general_knowledge')),
  evidence      text,
  page          text check (page ~ '^https?://'),
  check (basis <> 'public_page' or page is not null),
  check (basis <> 'inferred' or evidence is not null)
);
comment on table crosswalk_remark is 'what is said of the later plan as a whole, beside the earlier';

create table crosswalk_remark_claim (
  remark_id  bigint not null references crosswalk_remark,
  position   int not null,
  claim_key  text not null references claim (key),
  primary key (remark_id, position)
);
