-- The record of the archive. Words are those of the design; value lists are the codebook's, version 1.0.
-- Offsets count Unicode code points from 0; spans are half-open [start, end).

-- ---------------------------------------------------------------- plan

create sequence plan_seq increment 50;
create sequence theme_seq increment 50;
create sequence point_seq increment 50;
create sequence witness_seq increment 50;

create table plan (
  id                  bigint primary key,
  slug                text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title               text not null,
  about               text not null,
  published           text not null,
  published_earliest  date not null,
  published_latest    date not null check (published_latest >= published_earliest),
  published_evidence  text,
  limits              text,
  sha256              char(64) not null
);
comment on column plan.published is 'EDTF';
comment on column plan.limits is 'what could not be seen of the text of the plan, in sentences for readers';
comment on column plan.sha256 is 'of the plan as handed in: the same hash changes no row';

create table plan_difference (
  plan_id   bigint not null references plan,
  position  int not null check (position >= 0),
  sentence  text not null,
  primary key (plan_id, position)
);
comment on table plan_difference is 'how published versions of a plan differ as a whole';

create table theme (
  id        bigint primary key,
  plan_id   bigint not null references plan,
  slug      text not null,
  name      text not null,
  position  int not null,
  unique (plan_id, slug)
);

create table point (
  id                   bigint primary key,
  plan_id              bigint not null references plan,
  number               int not null check (number >= 1),
  title                text not null,
  theme_id             bigint not null references theme,
  summary              text not null,
  sub_letters          text,
  version_differences  text,
  verification         text not null,
  unique (plan_id, number)
);
comment on column point.sub_letters is 'where the letters of the sub-points come from';
comment on column point.verification is 'on what the wording rests';

create table point_secondary_theme (
  point_id  bigint not null references point,
  position  int not null,
  theme_id  bigint not null references theme,
  primary key (point_id, position)
);

create table point_keyword (
  point_id  bigint not null references point,
  position  int not null,
  keyword   text not null,
  primary key (point_id, position)
);

create table sub_point (
  point_id  bigint not null references point,
  letter    text not null check (letter ~ '^[a-z]$'),
  summary   text not null,
  primary key (point_id, letter)
);

create table witness (
  id       bigint primary key,
  plan_id  bigint not null references plan,
  name     text not null,
  url      text not null,
  what     text not null,
  seen     text not null,
  unique (plan_id, name)
);
comment on table witness is 'a page in which parts of a plan were seen';

create table point_witness (
  point_id    bigint not null references point,
  position    int not null,
  witness_id  bigint not null references witness,
  primary key (point_id, position)
);

-- ---------------------------------------------------------------- article

create sequence source_seq increment 50;
create sequence agent_seq increment 50;
create sequence article_seq increment 50;
create sequence article_version_seq increment 50;

create table source (
  id                  bigint primary key,
  slug                text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name                text not null,
  publisher           text,
  website             text,
  country             text,
  country_basis       text not null check (country_basis in ('printed', 'public_page', 'inferred', 'general_knowledge', 'unknown')),
  country_evidence    text,
  country_confidence  numeric(3, 2) check (country_confidence between 0 and 1),
  sha256              char(64) not null,
  check ((country is null) = (country_basis = 'unknown'))
);

create table source_variant (
  source_id  bigint not null references source,
  position   int not null,
  name       text not null,
  primary key (source_id, position)
);

create table agent (
  id      bigint primary key,
  slug    text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name    text not null,
  kind    text not null check (kind in ('person', 'body', 'group')),
  about   text,
  sha256  char(64) not null
);
comment on table agent is 'a person, a body, or a group of people whom a text does not name; author or claimant';

create table agent_variant (
  agent_id  bigint not null references agent,
  position  int not null,
  name      text not null,
  primary key (agent_id, position)
);

create table article (
  id                   bigint primary key,
  slug                 text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state                text not null check (state in ('published', 'withdrawn')),
  origin               text not null check (origin in ('corpus', 'editor')),
  source_id            bigint not null references source,
  plan_id              bigint references plan,
  title                text,
  supplied_title       text,
  language             text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  date                 text,
  date_within          text,
  date_earliest        date,
  date_latest          date,
  url                  text,
  alternate_url        text,
  derived_publication  text,
  derived_title        text,
  derived_date         text,
  raw_file             text,
  raw_sha256           char(64),
  version              int not null check (version >= 1),
  sha256               char(64) not null,
  withdrawn_reason     text,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  check (title is not null or supplied_title is not null),
  check (supplied_title is null or supplied_title ~ '^\[.*\]$'),
  check ((date is null) = (date_earliest is null) and (date is null) = (date_latest is null)),
  check (date_latest >= date_earliest),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on column article.date is 'EDTF; date_earliest and date_latest are computed from it and from date_within';
comment on column article.version is 'number of the version that is current';
comment on column article.sha256 is 'of the article as last handed in: the same hash changes no row';
comment on column article.origin is 'who changed it last';
create index article_source on article (source_id);
create index article_date on article (date_latest desc, id desc);
create index article_url on article (url);

create table article_basis (
  article_id  bigint not null references article,
  field       text not null check (field in ('title', 'supplied_title', 'authors', 'source', 'date', 'url', 'language', 'derived_from')),
  basis       text not null check (basis in ('printed', 'public_page', 'inferred', 'general_knowledge', 'unknown')),
  evidence    text,
  confidence  numeric(3, 2) check (confidence between 0 and 1),
  primary key (article_id, field)
);
comment on table article_basis is 'on what each value of the metadata of an article rests';

create table article_note (
  article_id  bigint not null references article,
  position    int not null,
  note        text not null,
  primary key (article_id, position)
);
comment on table article_note is 'words printed with the text that are not its body: reprint notes, disclaimers';

create table byline (
  article_id  bigint not null references article,
  position    int not null,
  agent_id    bigint not null references agent,
  printed     text,
  primary key (article_id, position)
);
comment on table byline is 'the authors as printed; none when the author is not stated';
create index byline_agent on byline (agent_id);

create table article_version (
  id           bigint primary key,
  article_id   bigint not null references article,
  number       int not null check (number >= 1),
  text         text not null check (text <> ''),
  sha256       char(64) not null,
  code_points  int not null check (code_points >= 1),
  words        int not null check (words >= 0),
  reason       text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  unique (article_id, number),
  check (code_points = length(text))
);
comment on column article_version.text is 'NFC, LF, a blank line between paragraphs; a paragraph that begins with "## " is a printed subhead';
comment on column article_version.sha256 is 'of the UTF-8 bytes of the text';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable', tg_table_name;
end $$;
create trigger article_version_is_immutable before update or delete on article_version
  for each row execute function refuse_change();

create table old_slug (
  slug        text primary key,
  article_id  bigint not null references article
);

-- ---------------------------------------------------------------- annotation

create sequence claim_seq increment 50;
create sequence relation_seq increment 50;
create sequence discrepancy_seq increment 50;

create table claim (
  id                  bigint primary key,
  key                 text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+$'),
  article_id          bigint not null references article,
  standing            text not null check (standing in ('shown', 'compared', 'withdrawn')),
  withdrawn_reason    text,
  exact               text not null check (length(exact) >= 1),
  prefix              text,
  suffix              text,
  made_on_version     int not null,
  placed_on_version   int not null,
  anchoring           text not null check (anchoring in ('exact', 'moved', 'fuzzy', 'orphan')),
  span_start          int check (span_start >= 0),
  span_end            int,
  paraphrase          text not null,
  version             text not null check (version in ('original', 'revised', 'unspecified')),
  claimant_is_author  boolean not null,
  claimant_id         bigint references agent,
  uptake              text check (uptake in ('endorses', 'reports', 'rejects')),
  certainty           text not null check (certainty in ('asserted', 'hedged', 'alleged')),
  kind                text not null check (kind in ('descriptive', 'evaluative', 'predictive', 'normative')),
  target              text not null check (target in ('plan', 'point', 'mediators', 'process', 'ukraine_position', 'russia_position', 'europe_role')),
  target_agent_id     bigint references agent,
  aspect              text not null check (aspect in ('origin', 'content', 'acceptability', 'consequences', 'mediators', 'process')),
  stance              text not null check (stance in ('supports', 'opposes', 'mixed', 'neutral')),
  confidence          numeric(3, 2) not null check (confidence between 0 and 1),
  coding              text not null,
  codebook            text not null,
  note                text,
  sha256              char(64) not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  foreign key (article_id, made_on_version) references article_version (article_id, number),
  foreign key (article_id, placed_on_version) references article_version (article_id, number),
  check ((anchoring = 'orphan') = (span_start is null) and (span_start is null) = (span_end is null)),
  check (span_end > span_start),
  check (claimant_is_author or claimant_id is not null),
  check (claimant_is_author = (uptake is null)),
  check ((standing = 'withdrawn') = (withdrawn_reason is not null))
);
comment on column claim.key is 'permanent, never reused';
comment on column claim.standing is 'shown: the coding that the archive shows; compared: a second coding, for agreement only';
comment on column claim.claimant_id is 'null when the claimant is the author and nobody names the author';
comment on column claim.made_on_version is 'the article version from which the quote was taken';
comment on column claim.placed_on_version is 'the article version in which the span counts: the current one';
create index claim_article on claim (article_id, span_start);
create index claim_claimant on claim (claimant_id);

create table claim_via (
  claim_id   bigint not null references claim,
  position   int not null,
  is_author  boolean not null,
  agent_id   bigint references agent,
  primary key (claim_id, position),
  check (is_author or agent_id is not null)
);
comment on table claim_via is 'through whom a claim reaches the article, nearest to the claimant first; the author may be unknown';

create table claim_point (
  claim_id  bigint not null references claim,
  position  int not null,
  point_id  bigint not null references point,
  letter    text,
  bearing   text not null check (bearing in ('about', 'touches')),
  primary key (claim_id, position),
  foreign key (point_id, letter) references sub_point (point_id, letter),
  unique nulls not distinct (claim_id, point_id, letter) deferrable initially deferred
);
create index claim_point_point on claim_point (point_id);

create table relation (
  id          bigint primary key,
  type        text not null check (type in ('agrees', 'elaborates', 'contradicts', 'disputes')),
  from_id     bigint not null references claim,
  to_id       bigint not null references claim,
  matter      text,
  reason      text not null,
  coding      text not null,
  withdrawn_reason  text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  unique (from_id, to_id, type),
  check (from_id <> to_id)
);
comment on column relation.matter is 'what both claims speak of, in a word';
comment on table relation is 'agrees, contradicts and disputes have no direction and are stored once, from the earlier article to the later';
create index relation_to on relation (to_id);

create table discrepancy (
  id          bigint primary key,
  claim_id    bigint not null references claim,
  point_id    bigint not null references point,
  letter      text,
  claim_says  text not null,
  plan_says   text not null,
  gravity     text not null check (gravity in ('wording', 'degree', 'substance')),
  coding      text not null,
  withdrawn_reason  text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  foreign key (point_id, letter) references sub_point (point_id, letter),
  unique nulls not distinct (claim_id, point_id, letter)
);
create index discrepancy_point on discrepancy (point_id);

-- What readers are shown: the archive's own coding, on published articles. Pages and the index read claims through this.
create view shown_claim as
  select claim.* from claim join article on article.id = claim.article_id
  where claim.standing = 'shown' and article.state = 'published';

create view shown_relation as
  select relation.* from relation
  join shown_claim a on a.id = relation.from_id join shown_claim b on b.id = relation.to_id
  where relation.withdrawn_reason is null;

create view shown_discrepancy as
  select discrepancy.* from discrepancy join shown_claim on shown_claim.id = discrepancy.claim_id
  where discrepancy.withdrawn_reason is null;

-- ---------------------------------------------------------------- ingest

create sequence ingest_run_seq increment 50;
create sequence ingest_problem_seq increment 50;

create table ingest_run (
  id          bigint primary key,
  started_by  text not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  inserted    int not null default 0,
  updated     int not null default 0,
  unchanged   int not null default 0,
  refused     int not null default 0
);
comment on table ingest_run is 'one reading of the corpus; the counts are of articles. ended_at is null while it runs, or when it was cut off';

create table ingest_problem (
  id        bigint primary key,
  run_id    bigint not null references ingest_run,
  level     text not null check (level in ('error', 'warning')),
  stage     text not null check (stage in ('read', 'check', 'anchor', 'store')),
  code      text not null,
  file      text not null,
  line      int check (line >= 1),
  sentence  text not null
);
create index ingest_problem_run on ingest_problem (run_id);
