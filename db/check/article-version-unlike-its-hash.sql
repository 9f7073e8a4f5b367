-- Texts that are no longer what was taken in: fixity.
select article_id, number
from article_version
where sha256 <> encode(sha256(convert_to(text, 'UTF8')), 'hex');
