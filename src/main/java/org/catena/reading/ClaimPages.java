package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.catena.agreement.Agreements;
import org.catena.annotation.Anchoring;
import org.catena.annotation.TextQuote;
import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.catena.reading.ClaimPage.Context;
import org.catena.reading.ClaimPage.History;
import org.catena.reading.ClaimPage.Reference;
import org.catena.reading.ClaimPage.VersionWithQuote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the page of a claim, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class ClaimPages {

	/**
	 * Characters of its paragraph beside a quote that are too few to understand it by.
	 */
	private static final int LITTLE = 40;

	/** Characters of the paragraphs around that are shown then. */
	private static final int AROUND = 200;

	private final JdbcClient jdbc;

	private final ClaimRows claims;

	private final RelationRows relations;

	private final Agreements agreements;

	private final Histories histories;

	private final NotYetThere earlier;

	private final JsonMapper json;

	private final Clock clock;

	ClaimPages(JdbcClient jdbc, ClaimRows claims, RelationRows relations, Agreements agreements, Histories histories,
			NotYetThere earlier, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.claims = claims;
		this.relations = relations;
		this.agreements = agreements;
		this.histories = histories;
		this.earlier = earlier;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Reads a claim.
	 * @param key its permanent id
	 * @param site the archive's own address, without a slash at its end
	 * @return its page
	 * @throws NotFound when there is no such claim, or only in a second coding
	 * @throws Withdrawn when it, or its article, is no longer held
	 */
	ClaimPage claim(String key, String site) {
		ClaimRow claim = this.claims.byKey(key).orElseThrow(() -> absent(key));
		Rest rest = this.jdbc.sql("""
				with reading_order as (
				  select id, lag(key) over w as previous, lead(key) over w as next
				  from shown_claim where article_id = :article and span_start is not null
				  window w as (order by span_start, span_end desc, id))
				select v.number, v.text, a.url, c.made_on_version, c.prefix, c.suffix, c.created_at, c.updated_at,
				  o.previous, o.next
				from claim c join article a on a.id = c.article_id
				join article_version v on v.article_id = a.id and v.number = a.version
				left join reading_order o on o.id = c.id where c.id = :id""")
			.param("article", claim.article().id())
			.param("id", claim.id())
			.query(Rest::of)
			.single();
		TextSpan span = claim.span();
		return new ClaimPage(claim, (span != null) ? context(rest.text(), span) : null,
				this.relations.ofClaim(claim.id()), this.relations.discrepanciesOfClaim(claim.id()),
				this.agreements.adjudications(claim.article().slug())
					.stream()
					.map((adjudication) -> adjudication.of(claim.key()))
					.toList(),
				new History(rest.madeOnVersion(), rest.createdAt(), rest.updatedAt(), versions(claim),
						this.histories.ofClaim(claim.id())),
				reference(claim, rest, site), rest.previous(), rest.next());
	}

	private List<VersionWithQuote> versions(ClaimRow claim) {
		return this.jdbc.sql("""
				select number, created_at, reason, position(:exact in text) > 0 as verbatim
				from article_version where article_id = :article order by number desc""")
			.param("exact", claim.exact())
			.param("article", claim.article().id())
			.query((rs, row) -> new VersionWithQuote(rs.getInt("number"), rs.getTimestamp("created_at").toInstant(),
					rs.getString("reason"), rs.getBoolean("verbatim")))
			.list();
	}

	private Reference reference(ClaimRow claim, Rest rest, String site) {
		TextSpan span = claim.span();
		int version = (span != null) ? rest.number() : rest.madeOnVersion();
		TextQuote quote = (span != null) ? Anchoring.quote(span, rest.text())
				: new TextQuote(claim.exact(), rest.prefix(), rest.suffix());
		TextFragment fragment = (span != null) ? TextFragment.of(rest.text(), span) : null;
		String url = rest.url();
		return new Reference(Citation.of(claim, url, version, site + claim.address(), LocalDate.now(this.clock)),
				(url == null || fragment == null) ? url : fragment.on(url),
				this.json.writerWithDefaultPrettyPrinter()
					.writeValueAsString(
							QuoteSelector.of(site + claim.article().address() + "/v" + version, quote, span)));
	}

	private RuntimeException absent(String key) {
		Optional<String> reason = this.jdbc
			.sql("""
					select coalesce(c.withdrawn_reason, a.withdrawn_reason) from claim c join article a on a.id = c.article_id
					where c.key = :key and (c.standing = 'withdrawn' or a.state = 'withdrawn')""")
			.param("key", key)
			.query(String.class)
			.optional();
		return reason.<RuntimeException>map(Withdrawn::new).orElseGet(() -> this.earlier.noClaim(key));
	}

	private static Context context(String text, TextSpan span) {
		int start = text.offsetByCodePoints(0, span.start());
		int end = text.offsetByCodePoints(start, span.length());
		// A quote may begin with a line feed, so the blank line must end before it.
		int blank = text.lastIndexOf("\n\n", start - 2);
		int from = (blank < 0) ? 0 : blank + 2;
		String earlier = (blank > 0 && start - from < LITTLE) ? end(paragraph(text, blank)) : null;
		if (text.startsWith(ArticleText.SUBHEAD, from)) {
			from = Math.min(start, from + ArticleText.SUBHEAD.length());
		}
		int next = text.indexOf("\n\n", end);
		int to = (next < 0) ? text.length() : next;
		String later = (next >= 0 && to - end < LITTLE) ? beginning(text.substring(next + 2)) : null;
		return new Context(earlier, text.substring(from, start), text.substring(start, end), text.substring(end, to),
				later);
	}

	/** The paragraph that ends where a blank line begins. */
	private static String paragraph(String text, int blank) {
		int before = text.lastIndexOf("\n\n", blank - 1);
		return text.substring((before < 0) ? 0 : before + 2, blank);
	}

	private static String end(String paragraph) {
		String words = paragraph.startsWith(ArticleText.SUBHEAD) ? paragraph.substring(ArticleText.SUBHEAD.length())
				: paragraph;
		int from = words.indexOf(' ', Math.max(0, words.length() - AROUND));
		return (words.length() <= AROUND || from < 0) ? words : "… " + words.substring(from + 1);
	}

	private static String beginning(String rest) {
		String words = rest.startsWith(ArticleText.SUBHEAD) ? rest.substring(ArticleText.SUBHEAD.length()) : rest;
		words = words.split("\n\n", 2)[0];
		int to = words.lastIndexOf(' ', AROUND);
		return (words.length() <= AROUND || to < 0) ? words : words.substring(0, to) + " …";
	}

	private record Rest(int number, String text, @Nullable String url, int madeOnVersion, @Nullable String prefix,
			@Nullable String suffix, Instant createdAt, Instant updatedAt, @Nullable String previous,
			@Nullable String next) {

		static Rest of(ResultSet rs, int row) throws SQLException {
			return new Rest(rs.getInt("number"), rs.getString("text"), rs.getString("url"),
					rs.getInt("made_on_version"), rs.getString("prefix"), rs.getString("suffix"),
					rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("updated_at").toInstant(),
					rs.getString("previous"), rs.getString("next"));
		}

	}

}
