package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.exchange.ClaimRecord.PointName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what harvesters select: heads of records by datestamp and set, and the sets.
 */
@Component
class OaiRows {

	private static final String ROWS = """
			select s.article_id, a.identifier, s.stamp, a.state = 'withdrawn' as deleted
			from article_stamp s join article a on a.id = s.article_id
			where a.state in ('published', 'withdrawn') and %s order by s.stamp, s.article_id limit :limit""";

	private static final String COUNT = """
			select count(*) from article_stamp s join article a on a.id = s.article_id
			where a.state in ('published', 'withdrawn') and %s""";

	private static final String SETS = """
			select spec, name from (
			  select 'source' as spec, 'By source' as name
			  union all select 'source:' || slug, name from source
			  union all select 'point', 'By point that a claim is linked to'
			  union all select 'point:' || slug, title from plan
			  union all select 'point:' || pl.slug || ':' || p.number, pl.title || ', point ' || p.number || ': ' || p.title
			    from point p join plan pl on pl.id = p.plan_id) sets
			where spec collate "C" > :after order by spec collate "C" limit :limit""";

	private static final String OF_POINTS = """
			a.id in (select c.article_id from claim c join claim_point cp on cp.claim_id = c.id
			  join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
			  where %s)""";

	private final JdbcClient jdbc;

	OaiRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The time up to which every change can be seen: that at which the oldest writer
	 * still at work began, or now. Who asks next time for changes since then misses none.
	 */
	Instant horizon() {
		return this.jdbc.sql("""
				select date_trunc('second', least(clock_timestamp(), (select min(xact_start) from pg_stat_activity
				  where backend_xid is not null and datname = current_database())))""")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/** The oldest datestamp. */
	Optional<Instant> earliest() {
		return this.jdbc.sql("select stamp from article_stamp order by stamp limit 1")
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** A record by the last part of its identifier. */
	Optional<OaiRow> byIdentifier(String identifier) {
		return rows("a.identifier = :identifier", Map.of("identifier", identifier), 1).stream().findFirst();
	}

	/** The records of a list that come next. */
	List<OaiRow> next(OaiSelection selection, int limit) {
		Map<String, @Nullable Object> values = new HashMap<>();
		String where = where(selection, values);
		Instant stamp = selection.stamp();
		if (stamp != null) {
			where += " and (s.stamp, s.article_id) > (:stamp, :id)";
			values.put("stamp", stamp.atOffset(ZoneOffset.UTC));
			values.put("id", selection.id());
		}
		return rows(where, values, limit);
	}

	/** How many records a list has from its beginning to its end. */
	long size(OaiSelection selection) {
		Map<String, @Nullable Object> values = new HashMap<>();
		return this.jdbc.sql(COUNT.formatted(where(selection, values))).params(values).query(Long.class).single();
	}

	private List<OaiRow> rows(String where, Map<String, ? extends @Nullable Object> values, int limit) {
		return this.jdbc.sql(ROWS.formatted(where)).params(values).param("limit", limit).query(OaiRows::row).list();
	}

	private static OaiRow row(ResultSet rs, int number) throws SQLException {
		return new OaiRow(rs.getLong("article_id"), rs.getString("identifier"), rs.getTimestamp("stamp").toInstant(),
				rs.getBoolean("deleted"));
	}

	private static String where(OaiSelection selection, Map<String, @Nullable Object> values) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		OaiTime from = selection.from();
		if (from != null) {
			conditions.add("s.stamp >= :from");
			values.put("from", from.first().atOffset(ZoneOffset.UTC));
		}
		OaiTime until = selection.until();
		if (until != null) {
			conditions.add("s.stamp <= :until");
			values.put("until", until.last().atOffset(ZoneOffset.UTC));
		}
		String set = selection.set();
		if (set != null) {
			conditions.add(ofSet(set.split(":", -1), values));
		}
		return String.join(" and ", conditions);
	}

	/** A set that nobody knows has no records. */
	private static String ofSet(String[] spec, Map<String, @Nullable Object> values) {
		if (spec[0].equals("source") && spec.length <= 2) {
			if (spec.length == 1) {
				return "true";
			}
			values.put("source", spec[1]);
			// A set that went with its source is that of the one it was merged with.
			return "a.source_id = coalesce((select id from source where slug = :source), "
					+ "(select source_id from old_source_slug where slug = :source))";
		}
		if (spec[0].equals("point") && (spec.length <= 2 || (spec.length == 3 && spec[2].matches("[1-9][0-9]{0,5}")))) {
			List<String> of = new ArrayList<>(List.of("c.standing = 'shown'"));
			if (spec.length > 1) {
				of.add("pl.slug = :plan");
				values.put("plan", spec[1]);
			}
			if (spec.length > 2) {
				of.add("p.number = :number");
				values.put("number", Integer.valueOf(spec[2]));
			}
			return OF_POINTS.formatted(String.join(" and ", of));
		}
		return "false";
	}

	/** The sets after one, by their specs. */
	List<OaiSet> setsAfter(String spec, int limit) {
		return this.jdbc.sql(SETS)
			.param("after", spec)
			.param("limit", limit)
			.query((rs, row) -> new OaiSet(rs.getString("spec"), rs.getString("name")))
			.list();
	}

	/** The points that claims of articles are linked to, each once, by article. */
	Map<Long, List<PointName>> points(List<Long> articles) {
		Map<Long, List<PointName>> points = new HashMap<>();
		if (!articles.isEmpty()) {
			this.jdbc
				.sql("""
						select distinct c.article_id, pl.slug, p.number, p.title from claim c
						join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
						where c.article_id in (:articles) and c.standing = 'shown' order by 1, 2, 3""")
				.param("articles", articles)
				.query((rs) -> {
					points.computeIfAbsent(rs.getLong("article_id"), (id) -> new ArrayList<>())
						.add(new PointName(rs.getString("slug"), rs.getInt("number"), null, rs.getString("title"),
								"about"));
				});
		}
		return points;
	}

	/** The sources of articles, by article. */
	Map<Long, String> sources(List<Long> articles) {
		Map<Long, String> sources = new HashMap<>();
		if (!articles.isEmpty()) {
			this.jdbc
				.sql("select a.id, s.slug from article a join source s on s.id = a.source_id where a.id in (:articles)")
				.param("articles", articles)
				.query((rs) -> {
					sources.put(rs.getLong("id"), rs.getString("slug"));
				});
		}
		return sources;
	}

	/**
	 * A set.
	 *
	 * @param spec its name in requests
	 * @param name its name for readers
	 */
	record OaiSet(String spec, String name) {
	}

}
