package org.catena.reading;

import java.time.Instant;
import java.util.Optional;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.catena.reading.ClaimPage.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the page of a claim, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class ClaimPages {

	private final JdbcClient jdbc;

	private final ClaimRows claims;

	private final RelationRows relations;

	ClaimPages(JdbcClient jdbc, ClaimRows claims, RelationRows relations) {
		this.jdbc = jdbc;
		this.claims = claims;
		this.relations = relations;
	}

	/**
	 * Reads a claim.
	 * @param key its permanent id
	 * @return its page
	 * @throws NotFound when there is no such claim, or only in a second coding
	 * @throws Withdrawn when it, or its article, is no longer held
	 */
	ClaimPage claim(String key) {
		ClaimRow claim = this.claims.byKey(key).orElseThrow(() -> absent(key));
		record Rest(String text, int madeOnVersion, Instant createdAt, Instant updatedAt, @Nullable String previous,
				@Nullable String next) {
		}
		Rest rest = this.jdbc.sql("""
				with reading_order as (
				  select id, lag(key) over w as previous, lead(key) over w as next
				  from shown_claim where article_id = :article and span_start is not null
				  window w as (order by span_start, span_end desc, id))
				select v.text, c.made_on_version, c.created_at, c.updated_at, o.previous, o.next
				from claim c join article a on a.id = c.article_id
				join article_version v on v.article_id = a.id and v.number = a.version
				left join reading_order o on o.id = c.id where c.id = :id""")
			.param("article", claim.article().id())
			.param("id", claim.id())
			.query((rs, row) -> new Rest(rs.getString("text"), rs.getInt("made_on_version"),
					rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("updated_at").toInstant(),
					rs.getString("previous"), rs.getString("next")))
			.single();
		TextSpan span = claim.span();
		return new ClaimPage(claim, (span != null) ? context(rest.text(), span) : null,
				this.relations.ofClaim(claim.id()), this.relations.discrepanciesOfClaim(claim.id()),
				rest.madeOnVersion(), rest.createdAt(), rest.updatedAt(), rest.previous(), rest.next());
	}

	private RuntimeException absent(String key) {
		Optional<String> reason = this.jdbc
			.sql("""
					select coalesce(c.withdrawn_reason, a.withdrawn_reason) from claim c join article a on a.id = c.article_id
					where c.key = :key and (c.standing = 'withdrawn' or a.state = 'withdrawn')""")
			.param("key", key)
			.query(String.class)
			.optional();
		return reason.<RuntimeException>map(Withdrawn::new).orElseGet(() -> new NotFound("claim " + key));
	}

	private static Context context(String text, TextSpan span) {
		int start = text.offsetByCodePoints(0, span.start());
		int end = text.offsetByCodePoints(start, span.length());
		// A quote may begin with a line feed, so the blank line must end before it.
		int blank = text.lastIndexOf("\n\n", start - 2);
		int from = (blank < 0) ? 0 : blank + 2;
		if (text.startsWith(ArticleText.SUBHEAD, from)) {
			from = Math.min(start, from + ArticleText.SUBHEAD.length());
		}
		int to = text.indexOf("\n\n", end);
		return new Context(text.substring(from, start), text.substring(start, end),
				text.substring(end, (to < 0) ? text.length() : to));
	}

}
