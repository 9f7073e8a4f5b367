-- The first coding is kept twice: as it was made, and as adjudication left it, which is what the archive shows.

alter table editor add check (name <> 'first-independent');

comment on column claim.coding is 'whose coding it is: first, as adjudicated; first-independent, the same before adjudication, its keys ending in "independent"; second; or an editor''s account';
