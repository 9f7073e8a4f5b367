package org.catena.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a claim and of the article that it stands in.
 *
 * @param id the claim's id
 * @param articleId the article's id
 * @param key the claim's permanent id
 * @param quote the quote, verbatim
 * @param paraphrase what is claimed, in the archive's words
 * @param points what it is linked to, see {@link Facet#POINT}
 * @param parts the lettered parts of points that it is linked to,
 * {@code 28-point-plan/21c}
 * @param themes see {@link Facet#THEME}
 * @param claimants see {@link Facet#CLAIMANT}
 * @param stance a word of the codebook
 * @param kind a word of the codebook
 * @param target a word of the codebook
 * @param aspect a word of the codebook
 * @param position the first code point in the current text; null for an orphan
 * @param article what it shares with its article
 * @param changed when it was changed last
 */
record IndexedClaim(long id, long articleId, String key, String quote, String paraphrase, List<String> points,
		List<String> parts, List<String> themes, List<String> claimants, String stance, String kind, String target,
		String aspect, @Nullable Integer position, Shared article, Instant changed) {

	private static final String SHOWN = """
			select c.id, c.article_id, c.key, c.exact, c.paraphrase, c.stance, c.kind, c.target, c.aspect, c.span_start,
			  c.claimant_is_author, k.slug as claimant, s.slug as source, a.date_earliest, a.date_latest,
			  coalesce(a.title, a.supplied_title) as title, a.language,
			  (select l.slug from plan l where l.id = a.plan_id) as plan,
			  c.updated_at,
			  array(select distinct l.slug || '/' || p.number from claim_point cp join point p on p.id = cp.point_id
			    join plan l on l.id = p.plan_id where cp.claim_id = c.id) as points,
			  array(select l.slug || '/' || p.number || cp.letter from claim_point cp join point p on p.id = cp.point_id
			    join plan l on l.id = p.plan_id where cp.claim_id = c.id and cp.letter is not null) as parts,
			  array(select distinct l.slug || '/' || t.slug from claim_point cp join point p on p.id = cp.point_id
			    join theme t on t.id = p.theme_id join plan l on l.id = p.plan_id where cp.claim_id = c.id) as themes,
			  array(select g.slug from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as authors
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			  left join agent k on k.id = c.claimant_id
			where %s = any(?) order by c.span_start, c.id""";

	static Map<Long, IndexedClaim> read(Connection connection, List<Long> ids) throws SQLException {
		Map<Long, IndexedClaim> claims = new HashMap<>();
		for (IndexedClaim claim : read(connection, "c.id", ids)) {
			claims.put(claim.id(), claim);
		}
		return claims;
	}

	static List<IndexedClaim> ofArticles(Connection connection, List<Long> articles) throws SQLException {
		return read(connection, "c.article_id", articles);
	}

	private static List<IndexedClaim> read(Connection connection, String by, List<Long> ids) throws SQLException {
		List<IndexedClaim> claims = new java.util.ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(SHOWN.formatted(by))) {
			statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					claims.add(claim(row));
				}
			}
		}
		return claims;
	}

	private static IndexedClaim claim(ResultSet row) throws SQLException {
		Shared article = Shared.read(row);
		String claimant = row.getString("claimant");
		List<String> claimants = (claimant != null) ? List.of(claimant)
				: row.getBoolean("claimant_is_author") ? article.authors() : List.of(Facet.NOT_STATED);
		return new IndexedClaim(row.getLong("id"), row.getLong("article_id"), row.getString("key"),
				row.getString("exact"), row.getString("paraphrase"),
				orStandIn(words(row.getArray("points")), Facet.NO_POINT), words(row.getArray("parts")),
				words(row.getArray("themes")), claimants, row.getString("stance"), row.getString("kind"),
				row.getString("target"), row.getString("aspect"), row.getObject("span_start", Integer.class), article,
				row.getTimestamp("updated_at").toInstant());
	}

	static List<String> words(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	/** What stands for nothing, so that nothing can be looked for as well. */
	static List<String> orStandIn(List<String> values, String standIn) {
		return values.isEmpty() ? List.of(standIn) : values;
	}

	/**
	 * What articles are narrowed by, and their claims with them.
	 *
	 * @param title the title, printed or supplied
	 * @param source the source's slug
	 * @param authors see {@link Facet#AUTHOR}
	 * @param plan the slug of the plan that it comments on
	 * @param language a tag of BCP 47
	 * @param earliest the first day on which it can have appeared
	 * @param latest the last such day, included
	 */
	record Shared(String title, String source, List<String> authors, @Nullable String plan, String language,
			@Nullable LocalDate earliest, @Nullable LocalDate latest) {

		static Shared read(ResultSet row) throws SQLException {
			return new Shared(row.getString("title"), row.getString("source"),
					orStandIn(words(row.getArray("authors")), Facet.NOT_STATED), row.getString("plan"),
					row.getString("language"), row.getObject("date_earliest", LocalDate.class),
					row.getObject("date_latest", LocalDate.class));
		}

		/** See {@link Facet#YEAR}. */
		String year() {
			if (this.earliest == null || this.latest == null) {
				return Facet.NOT_DATED;
			}
			return (this.earliest.getYear() == this.latest.getYear()) ? this.latest.toString().substring(0, 4)
					: Facet.NOT_CERTAIN;
		}

		/** See {@link Facet#MONTH}. */
		String month() {
			if (this.earliest == null || this.latest == null || this.earliest.getYear() != this.latest.getYear()
					|| this.earliest.getMonth() != this.latest.getMonth()) {
				return year();
			}
			return this.latest.toString().substring(0, 7);
		}

	}

}
