package org.catena.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.catena.annotation.Stance;
import org.catena.article.FirstPlan;
import org.catena.reading.MatrixPage.By;
import org.catena.reading.MatrixPage.Cell;
import org.catena.reading.MatrixPage.Column;
import org.catena.reading.MatrixPage.Row;
import org.catena.search.Facet;
import org.catena.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the matrix: four statements whatever the number of articles.
 */
@Component
@Transactional(readOnly = true)
class MatrixPages {

	/** Columns of a page at most: those with most claims. */
	static final int MOST_COLUMNS = 12;

	/** Columns of a table at most. */
	static final int MOST_TABLE_COLUMNS = 1_000;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	/**
	 * For each kind of column: its key and name, and how a claim comes to it. Months are
	 * those of {@link Facet#MONTH}, so that the search finds what is counted.
	 */
	private static final Map<By, String> COLUMNS = new EnumMap<>(Map.of(By.SOURCES, """
			select s.slug as key, s.name as name, c.id as claim_id
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id""",
			By.CLAIMANTS,
			"""
					select coalesce(g.slug, '%s') as key, coalesce(g.name, 'author not stated') as name, c.id as claim_id
					from shown_claim c left join agent g on g.id = c.claimant_id"""
				.formatted(Facet.NOT_STATED),
			By.MONTHS,
			"""
					select m.key, m.key as name, c.id as claim_id
					from shown_claim c join article a on a.id = c.article_id
					cross join lateral (select coalesce(case when to_char(a.date_earliest, 'YYYY-MM') = to_char(a.date_latest, 'YYYY-MM')
					    then to_char(a.date_latest, 'YYYY-MM') when to_char(a.date_earliest, 'YYYY') = to_char(a.date_latest, 'YYYY')
					    then to_char(a.date_latest, 'YYYY') when a.date_earliest is not null and a.date_latest is not null
					    then '%s' end, '%s') as key) m"""
				.formatted(Facet.NOT_CERTAIN, Facet.NOT_DATED)));

	/** The claims with their points; those on no point count for point 0. */
	private static final String POINTED = """
			select cp.claim_id, p.number from claim_point cp join point p on p.id = cp.point_id
			join shown_claim c on c.id = cp.claim_id where p.plan_id = :plan
			union
			select c.id, 0 from shown_claim c where not exists (select from claim_point cp where cp.claim_id = c.id)""";

	/** What has no column of its own has none as its key, too. */
	private static final String COUNTS = """
			with col as (%s), pointed as (%s)
			select case when grouping(p.number) = 1 then %d else p.number end as number,
			  case when grouping(k.key) = 1 then '%s' else k.key end as key, c.stance, count(distinct c.id) as claims
			from pointed p join shown_claim c on c.id = p.claim_id
			left join col on col.claim_id = c.id
			cross join lateral (select case when col.key in (:keys) then col.key else '%s' end as key) k
			group by grouping sets ((p.number, k.key, c.stance), (p.number, c.stance), (k.key, c.stance), (c.stance))""";

	private final JdbcClient jdbc;

	MatrixPages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads the matrix.
	 * @param plan the plan's slug, or null for the first
	 * @param by what the columns are
	 * @param most columns at most; what has none of its own is counted in one
	 * @return the page
	 * @throws NotFound when there is no such plan
	 */
	MatrixPage matrix(@Nullable String plan, By by, int most) {
		record Head(long id, String slug, String title, boolean alone) {
		}
		Head head = this.jdbc
			.sql("""
					select id, slug, title, not exists (select from shown_claim c
					  where exists (select from claim_point cp where cp.claim_id = c.id)
					  and not exists (select from claim_point cp join point p on p.id = cp.point_id
					    where cp.claim_id = c.id and p.plan_id = plan.id)) as alone
					from plan where case when :plan::text is null then id = %s else slug = :plan end"""
				.formatted(FirstPlan.ID))
			.param("plan", plan, java.sql.Types.VARCHAR)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("slug"), rs.getString("title"),
					rs.getBoolean("alone")))
			.optional()
			.orElseThrow(() -> new NotFound("plan " + plan));
		int[] all = { 0 };
		List<Column> columns = new ArrayList<>(columns(head.id(), by, most, all));
		Counts counts = new Counts();
		this.jdbc
			.sql(COUNTS.formatted(COLUMNS.get(by), POINTED, Counts.EVERY_POINT, Counts.EVERY_COLUMN, Column.OTHERS))
			.param("plan", head.id())
			.param("keys", columns.isEmpty() ? List.of("") : columns.stream().map(Column::key).toList())
			.query((rs) -> {
				counts.add(rs.getInt("number"), rs.getString("key"), rs.getString("stance"), rs.getInt("claims"));
			});
		int left = all[0] - columns.size();
		if (counts.of(Counts.EVERY_POINT, Column.OTHERS).total() > 0) {
			columns.add(new Column(Column.OTHERS, left + " others", null));
		}
		List<Row> rows = new ArrayList<>(
				this.jdbc.sql("select number, title from point where plan_id = :id order by number")
					.param("id", head.id())
					.query((rs, row) -> row(head.slug(), rs.getInt("number"), rs.getString("title"), columns, counts))
					.list());
		rows.add(row(head.slug(), 0, "On no point: the plan as a whole, its origin or its makers", columns, counts));
		String query = head.alone() ? "" : points(head.slug(), rows);
		List<Cell> totals = new ArrayList<>(
				columns.stream().map((column) -> cell(Counts.EVERY_POINT, query, column, counts)).toList());
		totals.add(new Cell(counts.of(Counts.EVERY_POINT, Counts.EVERY_COLUMN),
				(query != null) ? "/search?in=claims" + query : null));
		return new MatrixPage(head.slug(), head.title(), by, columns, rows, totals, Math.max(0, left));
	}

	/**
	 * What finds the claims on any of the points and those on none, where there are also
	 * claims on other plans; null where these are more points than can be chosen.
	 */
	private static @Nullable String points(String plan, List<Row> rows) {
		return (rows.size() > Search.MOST_CHOSEN) ? null
				: rows.stream().map((row) -> point(plan, row.number())).collect(Collectors.joining());
	}

	private static String point(String plan, int number) {
		return "&point=" + ((number > 0) ? plan + "/" + number : Facet.NO_POINT);
	}

	private List<Column> columns(long planId, By by, int most, int[] all) {
		return this.jdbc.sql("""
				with col as (%s), pointed as (%s)
				select key, name, keys from (
				  select col.key, col.name, count(distinct col.claim_id) as claims, count(*) over () as keys
				  from col where col.claim_id in (select claim_id from pointed)
				  group by col.key, col.name order by claims desc, col.key limit :most) most
				order by %s""".formatted(COLUMNS.get(by), POINTED, (by == By.MONTHS) ? "key" : "claims desc, name"))
			.param("plan", planId)
			.param("most", most)
			.query((rs, row) -> {
				all[0] = rs.getInt("keys");
				return column(by, rs.getString("key"), rs.getString("name"));
			})
			.list();
	}

	private static Column column(By by, String key, String name) {
		String value = URLEncoder.encode(key, StandardCharsets.UTF_8);
		return switch (by) {
			case SOURCES -> new Column(key, name, "&source=" + value);
			case CLAIMANTS -> new Column(key, name, "&claimant=" + value);
			case MONTHS -> new Column(key, month(key), "&month=" + value);
		};
	}

	private static String month(String key) {
		return switch (key) {
			case Facet.NOT_DATED -> "no date";
			case Facet.NOT_CERTAIN -> "year not certain";
			default -> key.contains("-") ? MONTH.format(YearMonth.parse(key)) : key + ", month not certain";
		};
	}

	private static Row row(String plan, int number, String title, List<Column> columns, Counts counts) {
		String query = point(plan, number);
		return new Row(number, title, columns.stream().map((column) -> cell(number, query, column, counts)).toList(),
				new Cell(counts.of(number, Counts.EVERY_COLUMN), "/search?in=claims" + query));
	}

	private static Cell cell(int number, @Nullable String query, Column column, Counts counts) {
		return new Cell(counts.of(number, column.key()),
				(query != null && column.query() != null) ? "/search?in=claims" + query + column.query() : null);
	}

	/** Counts by point and column. */
	private static final class Counts {

		static final int EVERY_POINT = -1;

		/** No key of a column has a space. */
		static final String EVERY_COLUMN = "every column";

		private final Map<String, Map<Stance, Integer>> counts = new HashMap<>();

		void add(int number, String key, String stance, int claims) {
			this.counts.computeIfAbsent(number + " " + key, (cell) -> new EnumMap<>(Stance.class))
				.put(StanceCounts.stance(stance), claims);
		}

		StanceCounts of(int number, String key) {
			return new StanceCounts(this.counts.getOrDefault(number + " " + key, Map.of()));
		}

	}

}
