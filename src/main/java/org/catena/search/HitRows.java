package org.catena.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
			  a.date, a.date_within,
			  (select count(*) from shown_claim c where c.article_id = a.id) as claims,
			  array(select g.slug from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_slugs,
			  array(select g.name from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_names
			from article a join source s on s.id = a.source_id
			where a.state = 'published' and a.id in (:ids)""";

	private static final String CLAIMS = """
			select c.id, c.key, c.exact, c.paraphrase, c.stance, c.kind, c.claimant_is_author,
			  k.slug as claimant_slug, k.name as claimant,
			  array(select g.name from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as author_names,
			  a.slug as article_slug, coalesce(a.title, a.supplied_title) as article_title, s.name as source,
			  array(select distinct on (l.id, p.number) l.slug || '/' || p.number || '/' || p.title from claim_point cp
			    join point p on p.id = cp.point_id join plan l on l.id = p.plan_id
			    where cp.claim_id = c.id order by l.id, p.number) as points
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			  left join agent k on k.id = c.claimant_id
			where c.id in (:ids)""";

	private final JdbcClient jdbc;

	HitRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ArticleHit> articles(List<Ranked> ranked) {
		return read(ARTICLES, ranked, HitRows::article);
	}

	List<ClaimHit> claims(List<Ranked> ranked) {
		return read(CLAIMS, ranked, HitRows::claim);
	}

	private <T> List<T> read(String sql, List<Ranked> ranked, Row<T> reader) {
		if (ranked.isEmpty()) {
			return List.of();
		}
		Map<Long, Ranked> byId = new HashMap<>();
		ranked.forEach((hit) -> byId.put(hit.id(), hit));
		Map<Long, T> rows = new HashMap<>();
		this.jdbc.sql(sql).param("ids", byId.keySet()).query((row) -> {
			long id = row.getLong("id");
			Ranked hit = byId.get(id);
			if (hit != null) {
				rows.put(id, reader.read(row, hit));
			}
		});
		List<T> hits = new ArrayList<>();
		for (Ranked hit : ranked) {
			T row = rows.get(hit.id());
			if (row != null) {
				hits.add(row);
			}
		}
		return hits;
	}

	private static ArticleHit article(ResultSet row, Ranked hit) throws SQLException {
		List<String> slugs = IndexedClaim.words(row.getArray("author_slugs"));
		List<String> names = IndexedClaim.words(row.getArray("author_names"));
		List<Name> authors = new ArrayList<>();
		for (int i = 0; i < slugs.size(); i++) {
			authors.add(new Name(slugs.get(i), names.get(i)));
		}
		return new ArticleHit(row.getString("slug"), whole(hit.titles(), row.getString("title")),
				row.getString("source_slug"), row.getString("source"), authors, row.getString("date"),
				row.getString("date_within"), row.getInt("claims"),
				hit.passages().stream().map(Passage::marked).toList());
	}

	private static ClaimHit claim(ResultSet row, Ranked hit) throws SQLException {
		List<PointLink> points = new ArrayList<>();
		for (String point : IndexedClaim.words(row.getArray("points"))) {
			String[] parts = point.split("/", 3);
			points.add(new PointLink(parts[0], Integer.parseInt(parts[1]), parts[2]));
		}
		return new ClaimHit(row.getString("key"), whole(hit.titles(), row.getString("exact")),
				whole(hit.passages(), row.getString("paraphrase")), word(Stance.values(), row.getString("stance")),
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

	/**
	 * The text with its marks where the index gave it whole and as the record has it.
	 */
	private static Passage whole(List<String> marked, String text) {
		if (marked.size() == 1) {
			Passage passage = Passage.marked(marked.get(0));
			if (passage.text().equals(text)) {
				return passage;
			}
		}
		return Passage.plain(text);
	}

	/**
	 * A hit as the index gives it.
	 *
	 * @param id the entity's id
	 * @param titles an article's title or a claim's quote, with marks, if it has any
	 * @param passages an article's passages or a claim's paraphrase, with marks
	 */
	record Ranked(long id, List<String> titles, List<String> passages) {

		Ranked(@Nullable Long id, @Nullable List<String> titles, @Nullable List<String> passages) {
			this(java.util.Objects.requireNonNull(id).longValue(), (titles != null) ? titles : List.of(),
					(passages != null) ? passages : List.of());
		}

	}

	@FunctionalInterface
	private interface Row<T> {

		T read(ResultSet row, Ranked hit) throws SQLException;

	}

}
