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

import org.catena.annotation.Stance;
import org.catena.reading.MatrixPage.By;
import org.catena.reading.MatrixPage.Cell;
import org.catena.reading.MatrixPage.Column;
import org.catena.reading.MatrixPage.Row;
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

	/** Columns at most; the totals count what has no column, too. */
	static final int MOST_COLUMNS = 24;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	/** For each kind of column: its key and name, and how a claim comes to it. */
	private static final Map<By, String> COLUMNS = new EnumMap<>(Map.of(By.SOURCES, """
			select s.slug as key, s.name as name, c.id as claim_id
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id""",
			By.CLAIMANTS, """
					select g.slug as key, g.name as name, c.id as claim_id
					from shown_claim c join agent g on g.id = c.claimant_id""", By.MONTHS, """
					select to_char(a.date_earliest, 'YYYY-MM') as key, to_char(a.date_earliest, 'YYYY-MM') as name,
					  c.id as claim_id
					from shown_claim c join article a on a.id = c.article_id where a.date_earliest is not null"""));

	private final JdbcClient jdbc;

	MatrixPages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads the matrix.
	 * @param plan the plan's slug, or null for the first
	 * @param by what the columns are
	 * @return the page
	 * @throws NotFound when there is no such plan
	 */
	MatrixPage matrix(@Nullable String plan, By by) {
		record Head(long id, String slug, String title) {
		}
		Head head = this.jdbc.sql("""
				select id, slug, title from plan where slug = coalesce(:plan, slug)
				order by (select count(*) from article a where a.plan_id = plan.id and a.state = 'published') desc, id
				limit 1""")
			.param("plan", plan, java.sql.Types.VARCHAR)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("slug"), rs.getString("title")))
			.optional()
			.orElseThrow(() -> new NotFound("plan " + plan));
		List<Column> columns = columns(head.id(), by);
		Counts counts = new Counts();
		this.jdbc
			.sql("""
					with col as (%s)
					select coalesce(p.number, 0) as number, coalesce(col.key, '') as key, c.stance,
					  count(distinct c.id) as claims
					from shown_claim c join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id
					left join col on col.claim_id = c.id
					where p.plan_id = :plan
					group by grouping sets ((p.number, col.key, c.stance), (p.number, c.stance), (col.key, c.stance), (c.stance))
					having grouping(col.key) = 1 or col.key is not null"""
				.formatted(COLUMNS.get(by)))
			.param("plan", head.id())
			.query((rs) -> {
				counts.add(rs.getInt("number"), rs.getString("key"), rs.getString("stance"), rs.getInt("claims"));
			});
		List<Row> rows = this.jdbc.sql("select number, title from point where plan_id = :id order by number")
			.param("id", head.id())
			.query((rs, row) -> row(rs.getInt("number"), rs.getString("title"), columns, counts))
			.list();
		List<Cell> totals = new ArrayList<>(columns.stream().map((column) -> cell(0, column, counts)).toList());
		totals.add(new Cell(counts.of(0, ""), "/search?in=claims"));
		return new MatrixPage(head.slug(), head.title(), by, columns, rows, totals);
	}

	private List<Column> columns(long planId, By by) {
		return this.jdbc.sql("""
				select key, name from (
				  select col.key, col.name, count(distinct col.claim_id) as claims from (%s) col
				  where exists (select from claim_point cp join point p on p.id = cp.point_id
				    where cp.claim_id = col.claim_id and p.plan_id = :plan)
				  group by col.key, col.name order by claims desc, col.key limit :most) most
				order by %s""".formatted(COLUMNS.get(by), (by == By.MONTHS) ? "key" : "claims desc, name"))
			.param("plan", planId)
			.param("most", MOST_COLUMNS)
			.query((rs, row) -> column(by, rs.getString("key"), rs.getString("name")))
			.list();
	}

	private static Column column(By by, String key, String name) {
		String value = URLEncoder.encode(key, StandardCharsets.UTF_8);
		return switch (by) {
			case SOURCES -> new Column(key, name, "&source=" + value);
			case CLAIMANTS -> new Column(key, name, "&claimant=" + value);
			case MONTHS -> {
				YearMonth month = YearMonth.parse(key);
				yield new Column(key, MONTH.format(month), "&from=" + month.atDay(1) + "&to=" + month.atEndOfMonth());
			}
		};
	}

	private static Row row(int number, String title, List<Column> columns, Counts counts) {
		return new Row(number, title, columns.stream().map((column) -> cell(number, column, counts)).toList(),
				new Cell(counts.of(number, ""), "/search?in=claims&point=" + number));
	}

	private static Cell cell(int number, Column column, Counts counts) {
		return new Cell(counts.of(number, column.key()),
				"/search?in=claims" + ((number > 0) ? "&point=" + number : "") + column.query());
	}

	/** Counts by point (0 for all) and column (empty for all). */
	private static final class Counts {

		private final Map<String, Map<Stance, Integer>> counts = new HashMap<>();

		void add(int number, String key, String stance, int claims) {
			this.counts.computeIfAbsent(number + " " + key, (cell) -> new EnumMap<>(Stance.class))
				.put(Stance.valueOf(stance.toUpperCase(Locale.ROOT)), claims);
		}

		StanceCounts of(int number, String key) {
			return new StanceCounts(this.counts.getOrDefault(number + " " + key, Map.of()));
		}

	}

}
