-- What is in old_slug, and who writes it.

comment on table old_slug is 'slugs that articles had: addresses, files and ids of claims that begin with them mean the article. A slug is for ever, so no page changes one; where one must go, as of an article that came in twice, it is written here by hand, and by releases that are read back';
