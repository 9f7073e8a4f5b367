-- What was handed in to the archive, byte for byte: the evidence that texts rest on.

create table received_piece (
  id             bigint generated always as identity primary key,
  way            text not null check (way in ('typed', 'fetched', 'uploaded')),
  received_at    timestamptz not null,
  received_by    text not null,
  name           text,
  content_type   text,
  asked_address  text,
  address        text,
  headers        json not null,
  bytes          bytea not null check (octet_length(bytes) between 1 and 10485760),
  sha256         char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  check (way <> 'fetched' or (asked_address is not null and address is not null))
);
comment on table received_piece is 'written once, never changed or deleted';
comment on column received_piece.received_by is 'the account of the editor; not a reference, so that evidence outlives accounts';
comment on column received_piece.name is 'of the file that was handed in';
comment on column received_piece.content_type is 'as the sender gave it; what the bytes are, the bytes say';
comment on column received_piece.asked_address is 'the address that was fetched; the one that answered after redirects is address';
comment on column received_piece.headers is 'of the answer, by names in lower case; empty for what was not fetched';
comment on column received_piece.bytes is 'the body, unpacked where the server packed it for the way';
comment on column received_piece.sha256 is 'of bytes';
create index received_piece_sha256 on received_piece (sha256);
create index received_piece_address on received_piece (address);

alter table draft add column received_piece_id bigint references received_piece;
comment on column draft.received_piece_id is 'the piece that it was made from, where one was handed in';
create index draft_received_piece on draft (received_piece_id);
