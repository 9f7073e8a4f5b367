-- Texts that are not NFC, or have carriage returns, or white space or empty paragraphs where none may be.
select article_id, number
from article_version
where text is not nfc normalized or text ~ '\r' or text ~ '\n\n\n' or text ~ '^\s' or text ~ '\s$';
