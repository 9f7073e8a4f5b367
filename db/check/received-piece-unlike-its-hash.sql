-- A piece as received whose hash is not that of its bytes.
select id from received_piece where sha256 <> encode(sha256(bytes), 'hex');
