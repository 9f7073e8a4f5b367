package org.catena.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.catena.annotation.Stance;
import org.catena.article.FirstPlan;
import org.catena.reading.PlanPage.Knowledge;
import org.catena.reading.PlanPage.Matter;
import org.catena.reading.PlanPage.Order;
import org.catena.reading.PlanPage.PointRow;
import org.catena.reading.PlanPage.WitnessRow;
import org.catena.reading.PointPage.By;
import org.catena.reading.PointPage.BySource;
import org.catena.reading.PointPage.Group;
import org.catena.reading.PointPage.Part;
import org.catena.reading.PointPage.Place;
import org.catena.reading.RelationRows.DiscrepancyRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the pages of plans and points, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class PlanPages {

	/** Articles that are named as silent on a point at most. */
	private static final int MOST_SILENT = 50;

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	private final RelationRows relations;

	private final CrosswalkRows crosswalks;

	private final CrosswalkPages crosswalkPages;

	private final FirstPlan firstPlan;

	private final Clock clock;

	PlanPages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims, RelationRows relations, CrosswalkRows crosswalks,
			CrosswalkPages crosswalkPages, FirstPlan firstPlan, Clock clock) {
		this.jdbc = jdbc;
		this.firstPlan = firstPlan;
		this.articles = articles;
		this.claims = claims;
		this.relations = relations;
		this.crosswalks = crosswalks;
		this.crosswalkPages = crosswalkPages;
		this.clock = clock;
	}

	/** The first plan; null while the archive is empty. */
	@Nullable PlanPage first() {
		return this.firstPlan.slug().map((slug) -> plan(slug, Order.NUMBER)).orElse(null);
	}

	HomePage.Totals totals() {
		return this.jdbc.sql("""
				select (select count(*) from article where state = 'published') as articles,
				  (select count(*) from shown_claim) as claims,
				  (select count(distinct source_id) from article where state = 'published') as sources,
				  (select count(*) from shown_relation where type in ('contradicts', 'disputes')) as opposed""")
			.query((rs, row) -> new HomePage.Totals(rs.getInt("articles"), rs.getInt("claims"), rs.getInt("sources"),
					rs.getInt("opposed")))
			.single();
	}

	/**
	 * Reads a plan.
	 * @throws NotFound when there is no such plan
	 */
	PlanPage plan(String slug, Order order) {
		record Head(long id, String title, String about, Knowledge known, @Nullable String limits) {
		}
		Head head = this.jdbc.sql("""
				select id, title, about, known, published, published_basis, published_evidence, point_count,
				  point_count_basis, point_count_evidence, limits from plan where slug = :slug""")
			.param("slug", slug)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("title"), rs.getString("about"),
					new Knowledge("in_part".equals(rs.getString("known")), DateLabel.words(rs.getString("published")),
							rs.getString("published_basis"), rs.getString("published_evidence"),
							(Integer) rs.getObject("point_count"), rs.getString("point_count_basis"),
							rs.getString("point_count_evidence")),
					rs.getString("limits")))
			.optional()
			.orElseThrow(() -> new NotFound("plan " + slug));
		List<String> differences = this.jdbc
			.sql("select sentence from plan_difference where plan_id = :id order by position")
			.param("id", head.id())
			.query(String.class)
			.list();
		List<WitnessRow> witnesses = this.jdbc
			.sql("select url, what, seen from witness where plan_id = :id order by id")
			.param("id", head.id())
			.query((rs, row) -> new WitnessRow(rs.getString("url"), rs.getString("what"), rs.getString("seen")))
			.list();
		List<PointRow> points = points(head.id()).stream().sorted(order.comparator()).toList();
		return new PlanPage(slug, head.title(), head.about(), head.known(), head.limits(), differences, order, points,
				witnesses, matters(head.id()), this.crosswalkPages.links(slug));
	}

	/** The matters in which articles on a plan are opposed, the most contested first. */
	private List<Matter> matters(long planId) {
		return this.jdbc.sql("""
				select r.matter, count(*) filter (where r.type = 'contradicts') as contradictions,
				  count(*) filter (where r.type = 'disputes') as disputes
				from shown_relation r join claim c on c.id = r.from_id join article a on a.id = c.article_id
				where a.plan_id = :id and r.type in ('contradicts', 'disputes') and r.matter is not null
				group by r.matter order by count(*) desc, r.matter""")
			.param("id", planId)
			.query((rs, row) -> new Matter(rs.getString("matter"), rs.getInt("contradictions"), rs.getInt("disputes")))
			.list();
	}

	private List<PointRow> points(long planId) {
		Map<Integer, Map<Stance, Integer>> stances = new LinkedHashMap<>();
		this.jdbc.sql("""
				select p.number, c.stance, count(distinct c.id) as claims from point p
				join claim_point cp on cp.point_id = p.id join shown_claim c on c.id = cp.claim_id
				where p.plan_id = :id group by p.number, c.stance""").param("id", planId).query((rs) -> {
			stances.computeIfAbsent(rs.getInt("number"), (number) -> new EnumMap<>(Stance.class))
				.put(Stance.valueOf(rs.getString("stance").toUpperCase(Locale.ROOT)), rs.getInt("claims"));
		});
		return this.jdbc.sql("""
				select p.number, p.title, p.summary, t.name as theme,
				  (select count(distinct a.source_id) from claim_point cp join shown_claim c on c.id = cp.claim_id
				   join article a on a.id = c.article_id where cp.point_id = p.id) as sources,
				  (select count(*) from shown_relation r where r.type in ('contradicts', 'disputes')
				   and exists (select from claim_point x where x.claim_id = r.from_id and x.point_id = p.id)
				   and exists (select from claim_point x where x.claim_id = r.to_id and x.point_id = p.id)) as opposed,
				  (select count(*) from shown_discrepancy d where d.point_id = p.id) as discrepancies
				from point p join theme t on t.id = p.theme_id where p.plan_id = :id order by p.number""")
			.param("id", planId)
			.query((rs, row) -> new PointRow(rs.getInt("number"), rs.getString("title"), rs.getString("summary"),
					rs.getString("theme"), new StanceCounts(stances.getOrDefault(rs.getInt("number"), Map.of())),
					rs.getInt("sources"), rs.getInt("opposed"), rs.getInt("discrepancies")))
			.list();
	}

	/**
	 * Reads a point.
	 * @throws NotFound when there is no such point
	 */
	PointPage point(String plan, int number, By by) {
		record Head(long id, String planTitle, Place place, String title, String summary, String theme,
				@Nullable String subLetters, @Nullable String differences, String verification) {
		}
		Head head = this.jdbc.sql("""
				select p.id, pl.title as plan_title, p.title, p.summary, t.name as theme, p.sub_letters,
				  p.version_differences, p.verification,
				  coalesce(pl.point_count, case pl.known when 'whole' then
				    (select max(number) from point where plan_id = pl.id) end) as of,
				  (select max(number) from point where plan_id = pl.id and number < p.number) as previous,
				  (select min(number) from point where plan_id = pl.id and number > p.number) as next
				from point p join plan pl on pl.id = p.plan_id join theme t on t.id = p.theme_id
				where pl.slug = :plan and p.number = :number""")
			.param("plan", plan)
			.param("number", number)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("plan_title"),
					new Place((Integer) rs.getObject("of"), (Integer) rs.getObject("previous"),
							(Integer) rs.getObject("next")),
					rs.getString("title"), rs.getString("summary"), rs.getString("theme"), rs.getString("sub_letters"),
					rs.getString("version_differences"), rs.getString("verification")))
			.optional()
			.orElseThrow(() -> new NotFound("point " + number + " of " + plan));
		List<ClaimRow> claims = this.claims.onPoint(head.id());
		List<DiscrepancyRow> discrepancies = this.relations.discrepanciesOnPoint(head.id());
		PointPage.Text text = new PointPage.Text(head.title(), head.summary(), head.theme(),
				parts(head.id(), plan, number, claims), head.subLetters(), keywords(head.id()), head.differences(),
				head.verification(), witnesses(head.id()));
		Retold retold = new Retold(plan, number, claims, discrepancies);
		return new PointPage(plan, head.planTitle(), number, head.place(), text, by,
				(by == By.STANCE) ? byStance(claims) : bySource(claims), stances(head.id()), retold.sources(),
				silent(head.id()), this.relations.onPoint(head.id()), this.relations.reachingPoint(head.id()),
				discrepancies, this.crosswalks.ofPoint(head.id()),
				DateLabel.of(LocalDate.now(this.clock).toString(), null));
	}

	/** The claims on a point, also those that are too many to be read. */
	private StanceCounts stances(long pointId) {
		Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
		this.jdbc.sql("""
				select c.stance, count(*) as claims from shown_claim c
				where exists (select from claim_point cp where cp.claim_id = c.id and cp.point_id = :id)
				group by c.stance""").param("id", pointId).query((rs) -> {
			counts.put(StanceCounts.stance(rs.getString("stance")), rs.getInt("claims"));
		});
		return new StanceCounts(counts);
	}

	private List<Part> parts(long pointId, String plan, int number, List<ClaimRow> claims) {
		return this.jdbc.sql("select letter, summary from sub_point where point_id = :id order by letter")
			.param("id", pointId)
			.query((rs, row) -> {
				String letter = rs.getString("letter");
				return new Part(letter, rs.getString("summary"),
						claims.stream()
							.filter((claim) -> claim.points()
								.stream()
								.anyMatch((point) -> point.number() == number && point.plan().equals(plan)
										&& letter.equals(point.letter())))
							.toList());
			})
			.list();
	}

	private List<String> keywords(long pointId) {
		return this.jdbc.sql("select keyword from point_keyword where point_id = :id order by position")
			.param("id", pointId)
			.query(String.class)
			.list();
	}

	private List<WitnessRow> witnesses(long pointId) {
		return this.jdbc.sql("""
				select w.url, w.what, w.seen from point_witness pw join witness w on w.id = pw.witness_id
				where pw.point_id = :id order by pw.position""")
			.param("id", pointId)
			.query((rs, row) -> new WitnessRow(rs.getString("url"), rs.getString("what"), rs.getString("seen")))
			.list();
	}

	private static List<Group> byStance(List<ClaimRow> claims) {
		Map<Stance, List<ClaimRow>> groups = claims.stream()
			.collect(Collectors.groupingBy(ClaimRow::stance, () -> new EnumMap<>(Stance.class), Collectors.toList()));
		List<Group> sorted = new ArrayList<>();
		groups.forEach((stance, group) -> sorted
			.add(new Group(stance.word(), stance.word(), StanceCounts.of(group), articles(group))));
		return sorted;
	}

	private static List<Group> bySource(List<ClaimRow> claims) {
		return articles(claims).stream()
			.map((source) -> new Group("source-" + source.article().slug(), null, StanceCounts.of(source.claims()),
					List.of(source)))
			.toList();
	}

	private static List<BySource> articles(List<ClaimRow> claims) {
		Map<ArticleRow, List<ClaimRow>> articles = claims.stream()
			.collect(Collectors.groupingBy(ClaimRow::article, LinkedHashMap::new, Collectors.toList()));
		return articles.entrySet().stream().map((entry) -> new BySource(entry.getKey(), entry.getValue())).toList();
	}

	private List<ArticleRow> silent(long pointId) {
		List<Long> ids = this.jdbc.sql("""
				select a.id from article a where a.state = 'published'
				and exists (select from point p where p.id = :id and p.plan_id = a.plan_id)
				and not exists (select from shown_claim c join claim_point cp on cp.claim_id = c.id
				  where c.article_id = a.id and cp.point_id = :id)
				order by a.date, a.slug limit :limit""")
			.param("id", pointId)
			.param("limit", MOST_SILENT)
			.query(Long.class)
			.list();
		Map<Long, ArticleRow> byId = this.articles.byId(ids);
		return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
	}

}
