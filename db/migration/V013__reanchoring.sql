-- Claims after a correction of their text, and claims that an editor changed.

alter table claim
  add column origin text not null default 'corpus' check (origin in ('corpus', 'editor')),
  add column anchoring_score numeric(3, 2) check (anchoring_score between 0 and 1),
  add check ((anchoring = 'fuzzy') = (anchoring_score is not null));
comment on column claim.origin is 'who changed it last; what an editor changed, files do not overwrite';
comment on column claim.anchoring_score is 'how like the quote the words are that stand in its place now; 1 would be the same words';
comment on column claim.anchoring is 'exact: word for word, where it stood when it was made; moved: word for word, at another place of the text; fuzzy: in changed words; orphan: nowhere, it waits for an editor';
update claim set origin = 'editor' where coding not in ('first', 'first-independent', 'second');

create or replace view shown_claim as
  select claim.* from claim join article on article.id = claim.article_id
  where claim.standing = 'shown' and article.state = 'published';
