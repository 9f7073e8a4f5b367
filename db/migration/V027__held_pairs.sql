-- Who holds a relation or a discrepancy; and pairs of claims that have no order of their own.

alter table relation add column origin text not null default 'corpus' check (origin in ('corpus', 'editor'));
alter table discrepancy add column origin text not null default 'corpus' check (origin in ('corpus', 'editor'));
comment on column relation.origin is 'who changed it last; what an editor changed, files do not overwrite';
comment on column discrepancy.origin is 'who changed it last; what an editor changed, files do not overwrite';

-- An editor's are those that editors made, and those whose last change was not made by a reading of files.
update relation set origin = 'editor' where coding not in ('first', 'first-independent', 'second')
  or (select ingest_run_id is null and editor is not null from change
    where kind = 'relation' and entity_id = relation.id order by change.id desc limit 1);
update discrepancy set origin = 'editor' where coding not in ('first', 'first-independent', 'second')
  or (select ingest_run_id is null and editor is not null from change
    where kind = 'discrepancy' and entity_id = discrepancy.id order by change.id desc limit 1);

-- A pair was added again when a corrected date had turned it: the row that holds stays, or else the older one.
select set_config('catena.reason', 'It was kept twice, once in each order.', true);
delete from relation gone using relation kept
where gone.type <> 'elaborates' and kept.type = gone.type and kept.from_id = gone.to_id and kept.to_id = gone.from_id
  and ((gone.withdrawn_reason is not null and kept.withdrawn_reason is null)
    or ((gone.withdrawn_reason is null) = (kept.withdrawn_reason is null) and gone.id > kept.id));
select set_config('catena.reason', '', true);

create unique index relation_pair on relation (type, least(from_id, to_id), greatest(from_id, to_id)) where type <> 'elaborates';
comment on table relation is 'elaborates goes from from_id to to_id; agrees, contradicts and disputes have no direction, are kept once for each pair, and are read in the order of relation_in_order';

-- Where a pair without direction begins: with the claim of the earlier article, or with the one that stands first in an article.
-- Articles and claims change, so this is asked when relations are read.
drop view shown_relation;

create view relation_in_order as
  select relation.*, case when reading.turned then relation.to_id else relation.from_id end as first_id,
    case when reading.turned then relation.from_id else relation.to_id end as second_id
  from relation cross join lateral (
    select relation.type <> 'elaborates' and (
      select ((coalesce(regexp_replace(x.date, '[\[~?%]', '', 'g'), '~') || ' ' || x.slug) collate "C", coalesce(a.span_start, 2147483647), a.key collate "C")
        > ((coalesce(regexp_replace(y.date, '[\[~?%]', '', 'g'), '~') || ' ' || y.slug) collate "C", coalesce(b.span_start, 2147483647), b.key collate "C")
      from claim a join article x on x.id = a.article_id, claim b join article y on y.id = b.article_id
      where a.id = relation.from_id and b.id = relation.to_id) as turned) reading;
comment on view relation_in_order is 'relations with their claims as they are read: first_id, second_id. Conditions go by from_id and to_id, which have indexes';

create view shown_relation as
  select relation.* from relation_in_order relation
  join shown_claim a on a.id = relation.from_id join shown_claim b on b.id = relation.to_id
  where relation.withdrawn_reason is null;

-- For programs that follow the archive: a date, or a place in a text, turns relations without direction.
create or replace function mark_dependents() returns trigger language plpgsql as $$
declare
  claims bigint[];
  turned bigint[];
begin
  if tg_table_name = 'article' then
    select array_agg(claim.id) into claims from claim
    where claim.article_id in (select later.id from later join earlier using (id)
      where (later.state, later.slug) is distinct from (earlier.state, earlier.slug));
    select array_agg(claim.id) into turned from claim
    where claim.article_id in (select later.id from later join earlier using (id) where later.date is distinct from earlier.date);
  else
    select array_agg(later.id) filter (where later.standing <> earlier.standing),
      array_agg(later.id) filter (where later.span_start is distinct from earlier.span_start)
    into claims, turned from later join earlier using (id);
  end if;
  if claims is not null or turned is not null then
    insert into change_mark (kind, id, transaction, at)
    select dependent.kind, dependent.id, pg_current_xact_id(), transaction_timestamp()
    from (select 'claim' as kind, unnest(claims) as id
      union select 'relation', id from relation where from_id = any (claims) or to_id = any (claims)
      union select 'relation', id from relation where type <> 'elaborates' and (from_id = any (turned) or to_id = any (turned))
      union select 'discrepancy', id from discrepancy where claim_id = any (claims)) dependent
    order by 1, 2
    on conflict (kind, id) do update set transaction = excluded.transaction, at = excluded.at
      where change_mark.transaction <> excluded.transaction;
  end if;
  return null;
end $$;
