package org.catena.exchange;

import java.util.Arrays;
import java.util.Optional;

/**
 * What sitemaps list, each kind in files of its own. A file has the rows of
 * {@value SitemapRows#MOST} ids, so it has at most that many addresses, and a row stays
 * in its file.
 */
enum SitemapKind {

	PAGES("pages",
			"""
					select row_number() over (order by path) as id, path, changed from (
					  select unnest(array['/', '/articles', '/claims', '/matrix', '/contradictions', '/timeline', '/pictures', '/plans',
					    '/sources', '/agents', '/about', '/about/codebook', '/about/search', '/about/balance', '/about/coverage',
					    '/about/agreement']) as path, null::timestamptz as changed
					  union all select '/plans/' || slug, null from plan
					  union all select '/plans/' || pl.slug || '/points/' || p.number, (select max(c.updated_at)
					    from claim_point cp join shown_claim c on c.id = cp.claim_id where cp.point_id = p.id)
					    from point p join plan pl on pl.id = p.plan_id) pages"""),

	ARTICLES("articles", """
			select id, '/articles/' || slug as path, updated_at as changed from article where state = 'published'"""),

	CLAIMS("claims", """
			select c.id, '/claims/' || c.key as path, c.updated_at as changed from shown_claim c"""),

	SOURCES("sources", """
			select s.id, '/sources/' || s.slug as path, (select max(a.updated_at) from article a
			  where a.source_id = s.id and a.state = 'published') as changed from source s"""),

	AGENTS("agents", """
			select g.id, '/agents/' || g.slug as path, greatest(
			  (select max(a.updated_at) from byline b join article a on a.id = b.article_id
			    where b.agent_id = g.id and a.state = 'published'),
			  (select max(c.updated_at) from shown_claim c where c.claimant_id = g.id)) as changed from agent g""");

	private final String word;

	private final String rows;

	SitemapKind(String word, String rows) {
		this.word = word;
		this.rows = rows;
	}

	static Optional<SitemapKind> of(String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst();
	}

	String word() {
		return this.word;
	}

	/** A question for ids, paths and times of change. */
	String rows() {
		return this.rows;
	}

}
