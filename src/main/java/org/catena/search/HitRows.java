package org.catena.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.annotation.Kind;
import org.catena.annotation.Stance;
import org.catena.search.ClaimHit.PointLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what pages show of hits from the record, in one statement: what is no longer
 * shown is left out, even where the index does not know yet.
 */
@Component
class HitRows {

	private static final String ARTICLES = """
			select a.id, a.slug, coalesce(a.title, a.supplied_title) as title, s.slug as source_slug, s.name as source,
			  a.date, a.date_within, v.text,
			  (select count(*) from shown_claim c where c.article_id = a.id) as claims,
			  array(select g.slug from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_slugs,
			  array(select g.name from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_names
			from article a join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' and a.id in (:ids)""";

	private static final String CLAIMS = """
			select c.id, c.key, c.exact, c.paraphrase, c.stance, c.kind, c.claimant_is_author,
			  k.slug as claimant_slug, k.name as claimant,
			  array(select g.name from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_names,
			  a.slug as article_slug, coalesce(a.title, a.supplied_title) as article_title, s.name as source,
			  %s as points
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			  left join agent k on k.id = c.claimant_id
			where c.id in (:ids)""".formatted(ClaimHit.POINTS);

	/** Passages of an article. */
	private static final int PASSAGES = 3;

	private final JdbcClient jdbc;

	HitRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ArticleHit> articles(List<Long> ids, Marking marking) {
		return read(ARTICLES, ids, HitRows::article).parallelStream().map((row) -> row.marked(marking)).toList();
	}

	List<ClaimHit> claims(List<Long> ids, Marking marking) {
		return read(CLAIMS, ids, (row) -> claim(row, marking));
	}

	private <T> List<T> read(String sql, List<Long> ids, Row<T> reader) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, T> rows = new HashMap<>();
		this.jdbc.sql(sql).param("ids", ids).query((row) -> {
			rows.put(row.getLong("id"), reader.read(row));
		});
		return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
	}

	private static ArticleRow article(ResultSet row) throws SQLException {
		List<String> slugs = IndexedClaim.words(row.getArray("author_slugs"));
		List<String> names = IndexedClaim.words(row.getArray("author_names"));
		List<Name> authors = new ArrayList<>();
		for (int i = 0; i < slugs.size(); i++) {
			authors.add(new Name(slugs.get(i), names.get(i)));
		}
		return new ArticleRow(row.getString("slug"), row.getString("title"), row.getString("source_slug"),
				row.getString("source"), authors, row.getString("date"), row.getString("date_within"),
				row.getInt("claims"), row.getString("text"));
	}

	private static ClaimHit claim(ResultSet row, Marking marking) throws SQLException {
		List<PointLink> points = IndexedClaim.words(row.getArray("points")).stream().map(PointLink::of).toList();
		return new ClaimHit(row.getString("key"), marking.whole(row.getString("exact")),
				marking.whole(row.getString("paraphrase")), word(Stance.values(), row.getString("stance")),
				word(Kind.values(), row.getString("kind")), claimant(row), points, row.getString("article_slug"),
				row.getString("article_title"), row.getString("source"));
	}

	private static Name claimant(ResultSet row) throws SQLException {
		String name = row.getString("claimant");
		if (name != null) {
			return new Name(row.getString("claimant_slug"), name);
		}
		List<String> authors = IndexedClaim.words(row.getArray("author_names"));
		return authors.isEmpty() ? Name.NOT_STATED : new Name(null, String.join(", ", authors));
	}

	private static <E extends Enum<E>> E word(E[] values, String word) {
		return Enum.valueOf(values[0].getDeclaringClass(), word.toUpperCase(java.util.Locale.ROOT));
	}

	/** What was read of an article, without marks. */
	private record ArticleRow(String slug, String title, String sourceSlug, String source, List<Name> authors,
			@Nullable String date, @Nullable String dateWithin, int claims, String text) {

		ArticleHit marked(Marking marking) {
			return new ArticleHit(this.slug, marking.whole(this.title), this.sourceSlug, this.source, this.authors,
					this.date, this.dateWithin, this.claims,
					marking.best(IndexedArticle.withoutMarks(this.text), PASSAGES));
		}

	}

	@FunctionalInterface
	private interface Row<T> {

		T read(ResultSet row) throws SQLException;

	}

}
