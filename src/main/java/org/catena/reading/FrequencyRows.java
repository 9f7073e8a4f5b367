package org.catena.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.catena.search.Facet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts articles and claims and their words by what they have, in one statement.
 */
@Component
class FrequencyRows {

	private static final Map<FrequencyBy, String> SQL = Map.of(FrequencyBy.SOURCE, """
			select s.slug as key, null as last, s.name as label, count(*) as texts, sum(h.n) as occurrences,
			  sum(v.words) as words
			from h join article a on a.id = h.id and a.state = 'published' join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			group by 1, 3""", FrequencyBy.MONTH,
			"""
					select to_char(a.date_earliest, 'YYYY-MM') as key, to_char(least(a.date_latest, '9999-12-31'), 'YYYY-MM') as last, '' as label,
					  count(*) as texts, sum(h.n) as occurrences, sum(v.words) as words
					from h join article a on a.id = h.id and a.state = 'published'
					  join article_version v on v.article_id = a.id and v.number = a.version
					group by 1, 2""",
			FrequencyBy.STANCE, """
					select c.stance as key, null as last, c.stance as label, count(*) as texts, sum(h.n) as occurrences,
					  sum(%1$s) as words
					from h join shown_claim c on c.id = h.id group by 1""", FrequencyBy.POINT, """
					select coalesce(l.slug || '/' || p.number, '%2$s') as key, null as last,
					  coalesce(p.number || '. ' || p.title, 'No single point') as label, count(*) as texts,
					  sum(h.n) as occurrences, sum(%1$s) as words
					from h join shown_claim c on c.id = h.id
					  left join (select distinct claim_id, point_id from claim_point) cp on cp.claim_id = c.id
					  left join point p on p.id = cp.point_id left join plan l on l.id = p.plan_id
					group by 1, 3, l.id, p.number order by l.id, p.number nulls last""");

	/** Words as the archive counts those of articles. */
	private static final String WORDS = "regexp_count(c.exact, '[[:alnum:]]+([-''’][[:alnum:]]+)*')";

	/** What is shown, all of it, which no index need be asked for. */
	private static final String ALL = """
			with h as (select id, 0::bigint as n from %s)
			""";

	private static final String SOME = """
			with h as (select * from unnest(:ids, :counts) as h(id, n))
			""";

	private final JdbcClient jdbc;

	FrequencyRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts.
	 * @param by what is counted by
	 * @param ids the articles or claims; null for all that are shown
	 * @param occurrences occurrences by id; null where they were not counted
	 */
	List<Row> count(FrequencyBy by, @Nullable List<Long> ids, @Nullable Map<Long, Integer> occurrences) {
		String sql = SQL.get(by).formatted(WORDS, Facet.NO_POINT);
		if (ids == null) {
			String table = (by.scope() == org.catena.search.Scope.ARTICLES) ? "article" : "claim";
			return this.jdbc.sql(ALL.formatted(table) + sql).query((row, number) -> Row.of(row, false)).list();
		}
		if (ids.isEmpty()) {
			return List.of();
		}
		List<Long> counts = new ArrayList<>();
		ids.forEach((id) -> counts
			.add((occurrences != null) ? occurrences.getOrDefault(id, 0).longValue() : Long.valueOf(0)));
		return this.jdbc.sql(SOME + sql)
			.param("ids", ids.toArray(Long[]::new))
			.param("counts", counts.toArray(Long[]::new))
			.query((row, number) -> Row.of(row, occurrences != null))
			.list();
	}

	/**
	 * What was counted of one value.
	 *
	 * @param key the value as the index and addresses write it; of months the first; null
	 * for an unknown date
	 * @param last the last month in which the articles can have appeared
	 * @param label as pages write it
	 * @param texts articles or claims
	 * @param occurrences occurrences in them; null where they were not counted
	 * @param words words of the articles' texts or the claims' quotes
	 */
	record Row(@Nullable String key, @Nullable String last, String label, long texts, @Nullable Long occurrences,
			long words) {

		static Row of(java.sql.ResultSet row, boolean counted) throws java.sql.SQLException {
			return new Row(row.getString("key"), row.getString("last"), row.getString("label"), row.getLong("texts"),
					counted ? row.getLong("occurrences") : null, row.getLong("words"));
		}

		Row plus(Row other) {
			Long sum = (this.occurrences != null && other.occurrences != null) ? this.occurrences + other.occurrences
					: null;
			return new Row(this.key, this.last, this.label, this.texts + other.texts, sum, this.words + other.words);
		}

	}

}
