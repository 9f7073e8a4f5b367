package org.catena.reading;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.catena.agreement.Coverage;
import org.catena.agreement.Coverages;
import org.catena.article.FirstPlan;
import org.catena.reading.BalancePage.Counted;
import org.catena.reading.BalancePage.LonelyPoint;
import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.ClaimRow.PointRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs the archive, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class BalancePages {

	/** Rows of each list at most. */
	private static final int MOST = 60;

	/** Bars at most, so that the page stays one that is read. */
	private static final int MOST_BARS = 12;

	/** Articles whose sentences are counted at most. */
	private static final int MOST_TEXTS = 100;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	private final JdbcClient jdbc;

	private final Tallies tallies;

	private final PlanPages plans;

	private final Coverages coverages;

	BalancePages(JdbcClient jdbc, Tallies tallies, PlanPages plans, Coverages coverages) {
		this.jdbc = jdbc;
		this.tallies = tallies;
		this.plans = plans;
		this.coverages = coverages;
	}

	BalancePage balance() {
		List<Coverage> texts = this.coverages.newest(MOST_TEXTS, 0);
		return new BalancePage(this.plans.totals(), tally(Tally.By.SOURCES), tally(Tally.By.ARTICLES),
				tally(Tally.By.CLAIMANTS), tally(Tally.By.ATTRIBUTION), tally(Tally.By.TARGETS),
				tally(Tally.By.THEMES, Tally.MOST), half(), points(), unheard(),
				counted("select s.country from article a join source s on s.id = a.source_id where a.state = 'published'"),
				languages(), months(), count("not exists (select from byline b where b.article_id = a.id)"),
				count("not exists (select from article_basis b where b.article_id = a.id and b.field = 'date'"
						+ " and b.basis = 'printed')"),
				new CoveragePage(texts, 1, texts.size() == MOST_TEXTS));
	}

	private Tally tally(Tally.By by) {
		return tally(by, MOST_BARS);
	}

	private Tally tally(Tally.By by, int most) {
		return this.tallies.by(by, 0, most);
	}

	private int half() {
		return this.jdbc
			.sql("""
					select count(*) from (
					  select sum(claims) over (order by claims desc, id) - claims as before, sum(claims) over () as total from (
					    select article_id as id, count(*) as claims from shown_claim group by article_id) counted) running
					where before * 2 < total""")
			.query(Integer.class)
			.single();
	}

	private List<LonelyPoint> points() {
		return this.jdbc
			.sql("""
					select l.slug as plan, p.number, p.title, count(distinct c.id) as claims, min(s.slug) as source,
					  min(s.name) as source_name
					from point p join plan l on l.id = p.plan_id left join claim_point cp on cp.point_id = p.id
					left join shown_claim c on c.id = cp.claim_id left join article a on a.id = c.article_id
					left join source s on s.id = a.source_id
					where l.id = %s
					group by l.slug, p.number, p.title having count(distinct s.id) <= 1 order by p.number"""
				.formatted(FirstPlan.ID))
			.query((rs, row) -> new LonelyPoint(
					new PointRef(rs.getString("plan"), rs.getInt("number"), null, rs.getString("title"), true),
					rs.getInt("claims"), rs.getString("source"), rs.getString("source_name")))
			.list();
	}

	private List<AgentLink> unheard() {
		return this.jdbc.sql("""
				select g.slug, g.name from agent g join shown_claim t on t.target_agent_id = g.id
				where not exists (select from shown_claim c where c.claimant_id = g.id)
				group by g.slug, g.name order by count(*) desc, g.name limit :most""")
			.param("most", MOST)
			.query((rs, row) -> new AgentLink(rs.getString("slug"), rs.getString("name")))
			.list();
	}

	private List<Counted> languages() {
		return counted("select language from article where state = 'published'").stream()
			.map((language) -> new Counted(
					Locale.forLanguageTag(String.valueOf(language.name())).getDisplayLanguage(Locale.ENGLISH),
					language.articles()))
			.toList();
	}

	private List<Counted> months() {
		return this.jdbc.sql("""
				select case when date_earliest > '0001-12-31' then to_char(date_earliest, 'YYYY-MM') end as month,
				  count(*) as articles from article
				where state = 'published' group by month order by month nulls last limit :most""")
			.param("most", MOST)
			.query((rs,
					row) -> new Counted((rs.getString("month") != null)
							? MONTH.format(YearMonth.parse(rs.getString("month"))) : null, rs.getInt("articles")))
			.list();
	}

	private List<Counted> counted(String values) {
		return this.jdbc.sql(
				"select value, count(*) as articles from (%s) as v(value) group by value order by articles desc, value limit :most"
					.formatted(values))
			.param("most", MOST)
			.query((rs, row) -> new Counted(rs.getString("value"), rs.getInt("articles")))
			.list();
	}

	private int count(String where) {
		return this.jdbc.sql("select count(*) from article a where a.state = 'published' and " + where)
			.query(Integer.class)
			.single();
	}

}
