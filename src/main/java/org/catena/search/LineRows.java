package org.catena.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.catena.annotation.Stance;
import org.catena.article.TextSpan;
import org.catena.search.ClaimHit.PointLink;
import org.catena.search.Line.LineClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a concordance shows beside an occurrence, in two statements.
 */
@Component
class LineRows {

	private static final String ARTICLES = """
			select a.id, a.slug, coalesce(a.title, a.supplied_title) as title, s.slug as source_slug, s.name as source,
			  a.date
			from article a join source s on s.id = a.source_id where a.state = 'published' and a.id in (:ids)""";

	private static final String CLAIMS = """
			select c.id, c.article_id, c.key, c.stance, c.span_start, c.span_end,
			  c.anchoring in ('exact', 'moved') as quoted,
			  %s as points
			from shown_claim c where %s in (:ids) order by c.span_start, c.span_end desc, c.id""";

	private final JdbcClient jdbc;

	LineRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes lines.
	 * @param scope what was searched
	 * @param places the occurrences
	 * @return their lines in the same order; without those that are no longer shown
	 */
	List<Line> lines(Scope scope, List<Place> places) {
		if (places.isEmpty()) {
			return List.of();
		}
		List<Long> ids = places.stream().map(Place::id).distinct().toList();
		return (scope == Scope.ARTICLES) ? inArticles(places, ids) : inClaims(places, ids);
	}

	private List<Line> inArticles(List<Place> places, List<Long> ids) {
		Map<Long, ArticleOf> articles = articles(ids);
		Map<Long, List<ClaimOf>> claims = new HashMap<>();
		claims("c.article_id", ids)
			.forEach((claim) -> claims.computeIfAbsent(claim.article(), (id) -> new ArrayList<>()).add(claim));
		return lines(places, (place) -> {
			TextSpan span = place.span();
			ArticleOf article = articles.get(place.id());
			return (article == null) ? null
					: article.line(place, place.number(), span,
							claims.getOrDefault(place.id(), List.of())
								.stream()
								.filter((claim) -> claim.span() != null && claim.span().overlaps(span))
								.map(ClaimOf::claim)
								.toList());
		});
	}

	private List<Line> inClaims(List<Place> places, List<Long> ids) {
		Map<Long, ClaimOf> claims = new HashMap<>();
		claims("c.id", ids).forEach((claim) -> claims.put(claim.id(), claim));
		Map<Long, ArticleOf> articles = articles(
				claims.isEmpty() ? List.of(-1L) : claims.values().stream().map(ClaimOf::article).distinct().toList());
		return lines(places, (place) -> {
			ClaimOf claim = claims.get(place.id());
			ArticleOf article = (claim != null) ? articles.get(claim.article()) : null;
			return (article == null) ? null : article.line(place, 0,
					claim.quoted() ? place.inArticle(claim.span()) : null, List.of(claim.claim()));
		});
	}

	private static List<Line> lines(List<Place> places, Function<Place, @Nullable Line> line) {
		List<Line> lines = new ArrayList<>();
		places.stream().map(line).filter(Objects::nonNull).forEach(lines::add);
		return lines;
	}

	private Map<Long, ArticleOf> articles(List<Long> ids) {
		Map<Long, ArticleOf> articles = new HashMap<>();
		this.jdbc.sql(ARTICLES).param("ids", ids).query((row) -> {
			articles.put(row.getLong("id"), new ArticleOf(row.getString("slug"), row.getString("title"),
					row.getString("source_slug"), row.getString("source"), row.getString("date")));
		});
		return articles;
	}

	private List<ClaimOf> claims(String by, List<Long> ids) {
		return this.jdbc.sql(CLAIMS.formatted(ClaimHit.POINTS, by))
			.param("ids", ids)
			.query((row, number) -> ClaimOf.of(row))
			.list();
	}

	/**
	 * Where something occurs.
	 *
	 * @param id the article or claim
	 * @param rank the article's or claim's place among those read
	 * @param number which occurrence of the text it is, from 1
	 * @param span where it stands, in code points from the beginning of what was read
	 * @param quote code points before the quote, where claims are searched
	 * @param key what it is sorted by
	 * @param left what stands before it
	 * @param match the occurrence
	 * @param right what stands after it
	 */
	record Place(long id, int rank, int number, TextSpan span, int quote, String key, String left, String match,
			String right) {

		/** Where it stands in the article, given where its claim stands. */
		@Nullable TextSpan inArticle(@Nullable TextSpan claim) {
			return (claim == null) ? null : new TextSpan(claim.start() + this.span.start() - this.quote,
					claim.start() + this.span.end() - this.quote);
		}

	}

	private record ArticleOf(String slug, String title, String sourceSlug, String source, @Nullable String date) {

		Line line(Place place, int number, @Nullable TextSpan span, List<LineClaim> claims) {
			return new Line(place.left(), place.match(), place.right(), number, span, this.slug, this.title,
					this.sourceSlug, this.source, this.date, claims);
		}

	}

	private record ClaimOf(long id, long article, @Nullable TextSpan span, boolean quoted, LineClaim claim) {

		static ClaimOf of(ResultSet row) throws SQLException {
			List<PointLink> points = IndexedClaim.words(row.getArray("points")).stream().map(PointLink::of).toList();
			Integer start = (Integer) row.getObject("span_start");
			return new ClaimOf(row.getLong("id"), row.getLong("article_id"),
					(start != null) ? new TextSpan(start, row.getInt("span_end")) : null, row.getBoolean("quoted"),
					new LineClaim(row.getString("key"),
							Stance.valueOf(row.getString("stance").toUpperCase(Locale.ROOT)), points));
		}

	}

}
