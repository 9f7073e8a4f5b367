package org.catena.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what was changed last, some at a time: articles, claims, or both.
 */
@Component
class RecentChanges {

	private static final String ARTICLES = """
			(select a.updated_at as at, 0 as kind, a.id from article a
			 where a.state = 'published' and %s and a.updated_at <= :at and (a.updated_at, 0, a.id) < (:at, :kind, :id)
			 order by a.updated_at desc, a.id desc limit :limit)""";

	private static final String CLAIMS = """
			(select c.updated_at as at, 1 as kind, c.id from shown_claim c
			 where %s and c.updated_at <= :at and (c.updated_at, 1, c.id) < (:at, :kind, :id)
			 order by c.updated_at desc, c.id desc limit :limit)""";

	private final JdbcClient jdbc;

	private final FeedEntries entries;

	RecentChanges(JdbcClient jdbc, FeedEntries entries) {
		this.jdbc = jdbc;
		this.entries = entries;
	}

	/**
	 * The changes before one, the last first.
	 * @param what of what
	 * @param before the one after which the list goes on; null for its beginning
	 * @param limit how many at most
	 */
	List<Change> before(Scope what, @Nullable Place before, int limit) {
		List<String> parts = new ArrayList<>();
		if (what.articles() != null) {
			parts.add(ARTICLES.formatted(what.articles()));
		}
		if (what.claims() != null) {
			parts.add(CLAIMS.formatted(what.claims()));
		}
		Place place = (before != null) ? before : Place.LAST;
		List<Place> places = this.jdbc
			.sql("select * from (" + String.join(" union all ", parts)
					+ ") changes order by at desc, kind desc, id desc limit :limit")
			.params(what.parameters())
			.param("at", place.at().atOffset(ZoneOffset.UTC))
			.param("kind", place.kind())
			.param("id", place.id())
			.param("limit", limit)
			.query((rs, row) -> new Place(rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getInt("kind"),
					rs.getLong("id")))
			.list();
		Map<Place, FeedEntry> found = new HashMap<>();
		for (int kind = 0; kind <= 1; kind++) {
			int same = kind;
			List<Place> some = places.stream().filter((one) -> one.kind() == same).toList();
			List<Long> ids = some.stream().map(Place::id).toList();
			Map<Long, FeedEntry> read = (kind == 0) ? this.entries.articlesById(ids) : this.entries.claimsById(ids);
			some.forEach((one) -> found.put(one, read.get(one.id())));
		}
		return places.stream()
			.filter((one) -> found.get(one) != null)
			.map((one) -> new Change(one, Objects.requireNonNull(found.get(one))))
			.toList();
	}

	/**
	 * Of what changes are wanted.
	 *
	 * @param articles a condition on {@code article a}; null for no articles
	 * @param claims a condition on {@code shown_claim c}; null for no claims
	 * @param parameters values in the conditions
	 */
	record Scope(@Nullable String articles, @Nullable String claims, Map<String, ?> parameters) {
	}

	/**
	 * A change.
	 *
	 * @param place where it stands in the order of changes
	 * @param entry what was changed
	 */
	record Change(Place place, FeedEntry entry) {
	}

	/**
	 * A place in the order of changes.
	 *
	 * @param at when
	 * @param kind 0 for an article, 1 for a claim
	 * @param id the id in the tables
	 */
	record Place(Instant at, int kind, long id) {

		static final Place LAST = new Place(Instant.parse("9999-12-31T00:00:00Z"), 2, 0);

		/** As an address writes it. */
		String written() {
			return this.at + "." + ((this.kind == 0) ? "a" : "c") + this.id;
		}

		/**
		 * Reads a place.
		 * @throws DateTimeException if it is none
		 */
		static Place parse(String written) {
			java.util.regex.Matcher place = java.util.regex.Pattern
				.compile("([0-9]{4}-[0-9T:.-]{1,30}Z)\\.([ac])([0-9]{1,18})")
				.matcher(written);
			if (!place.matches()) {
				throw new DateTimeException("No place");
			}
			return new Place(Instant.parse(place.group(1)), place.group(2).equals("a") ? 0 : 1,
					Long.parseLong(place.group(3)));
		}

	}

}
