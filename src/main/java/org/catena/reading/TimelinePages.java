package org.catena.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.catena.annotation.Stance;
import org.catena.article.FirstPlan;
import org.catena.reading.ClaimRow.PointRef;
import org.catena.reading.Repetitions.Link;
import org.catena.reading.Repetitions.Quote;
import org.catena.reading.TimelinePage.Chain;
import org.catena.reading.TimelinePage.Chains;
import org.catena.reading.TimelinePage.Dated;
import org.catena.reading.TimelinePage.Known;
import org.catena.reading.TimelinePage.Line;
import org.catena.reading.TimelinePage.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the page of time, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class TimelinePages {

	/** Articles on the line at most, the newest. */
	static final int MOST_ARTICLES = 60;

	/** Chains of each kind and claimants that are shown at most. */
	static final int MOST_CHAINS = 25;

	/** Quotes that are searched for repetitions at most, those of the newest articles. */
	static final int MOST_QUOTES = 10_000;

	private static final int MOST_LINKS = 20_000;

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	TimelinePages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
	}

	TimelinePage timeline() {
		record Days(long id, @Nullable LocalDate earliest, @Nullable LocalDate latest, int all) {
		}
		List<Days> days = this.jdbc.sql("""
				select id, date_earliest, date_latest, count(*) over () as articles from article
				where state = 'published' order by date_latest desc nulls last, id desc limit :most""")
			.param("most", MOST_ARTICLES)
			.query((rs, row) -> new Days(rs.getLong("id"), rs.getObject("date_earliest", LocalDate.class),
					rs.getObject("date_latest", LocalDate.class), rs.getInt("articles")))
			.list();
		Map<Long, ArticleRow> rows = this.articles.byId(days.stream().map(Days::id).toList());
		List<Dated> dated = new ArrayList<>();
		List<ArticleRow> undated = new ArrayList<>();
		for (Days day : days) {
			ArticleRow row = rows.get(day.id());
			if (row != null && day.earliest() != null && day.latest() != null) {
				dated.add(new Dated(row, day.earliest(), day.latest()));
			}
			else if (row != null) {
				undated.add(row);
			}
		}
		dated.sort(Comparator.comparing(Dated::earliest).thenComparing(Dated::latest));
		List<Quote> quotes = quotes();
		return new TimelinePage(dated.isEmpty() ? null : Line.of(dated), undated,
				days.isEmpty() ? 0 : days.get(0).all() - days.size(), known(), chains(agreements()),
				chains(Repetitions.among(quotes)), quotes.size() == MOST_QUOTES, turns());
	}

	/** For each article that was the first to speak of a point, these points. */
	private List<Known> known() {
		record First(long article, PointRef point) {
		}
		List<First> firsts = this.jdbc.sql("""
				select article_id, plan, number, title from (
				  select distinct on (p.number) a.id as article_id, l.slug as plan, p.number, p.title, a.date_latest
				  from point p join plan l on l.id = p.plan_id join claim_point cp on cp.point_id = p.id
				  join shown_claim c on c.id = cp.claim_id join article a on a.id = c.article_id
				  where a.date_latest is not null and l.id = %s
				  order by p.number, a.date_latest, a.date_earliest, a.id) firsts
				order by date_latest, article_id, number""".formatted(FirstPlan.ID))
			.query((rs, row) -> new First(rs.getLong("article_id"),
					new PointRef(rs.getString("plan"), rs.getInt("number"), null, rs.getString("title"), true)))
			.list();
		Map<Long, ArticleRow> rows = this.articles.byId(firsts.stream().map(First::article).distinct().toList());
		Map<Long, Known> known = new LinkedHashMap<>();
		int points = 0;
		for (First first : firsts) {
			ArticleRow row = rows.get(first.article());
			if (row != null) {
				points++;
				Known before = known.get(first.article());
				List<PointRef> all = new ArrayList<>((before != null) ? before.points() : List.of());
				all.add(first.point());
				known.put(first.article(), new Known(row, all, points));
			}
		}
		return List.copyOf(known.values());
	}

	private List<Link> agreements() {
		return this.jdbc
			.sql("""
					select r.from_id, f.article_id as from_article, r.to_id, t.article_id as to_article from shown_relation r
					join claim f on f.id = r.from_id join claim t on t.id = r.to_id where r.type = 'agrees' order by r.id limit :most""")
			.param("most", MOST_LINKS)
			.query((rs, row) -> new Link(rs.getLong("from_id"), rs.getLong("from_article"), rs.getLong("to_id"),
					rs.getLong("to_article")))
			.list();
	}

	private List<Quote> quotes() {
		return this.jdbc.sql("""
				select c.id, c.article_id, c.exact from shown_claim c join article a on a.id = c.article_id
				order by a.date_latest desc nulls last, a.id desc, c.id limit :most""")
			.param("most", MOST_QUOTES)
			.query((rs, row) -> new Quote(rs.getLong("id"), rs.getLong("article_id"), rs.getString("exact")))
			.list();
	}

	/**
	 * Joins links into chains, those over most articles first, and reads their claims.
	 */
	private Chains chains(List<Link> links) {
		Map<Long, Long> parents = new HashMap<>();
		Map<Long, Long> articleOf = new LinkedHashMap<>();
		for (Link link : links) {
			articleOf.put(link.from(), link.fromArticle());
			articleOf.put(link.to(), link.toArticle());
			parents.put(root(parents, link.to()), root(parents, link.from()));
		}
		Map<Long, List<Long>> groups = new LinkedHashMap<>();
		articleOf.keySet()
			.forEach((claim) -> groups.computeIfAbsent(root(parents, claim), (key) -> new ArrayList<>()).add(claim));
		List<List<Long>> several = new ArrayList<>(
				groups.values().stream().filter((group) -> articles(group, articleOf) > 1).toList());
		several.sort(Comparator.comparing((List<Long> group) -> -articles(group, articleOf))
			.thenComparing((group) -> -group.size())
			.thenComparing((group) -> Collections.min(group)));
		List<List<Long>> shown = several.subList(0, Math.min(MOST_CHAINS, several.size()));
		Map<Long, ClaimRow> byId = this.claims.byId(shown.stream().flatMap(List::stream).toList());
		List<Chain> chains = new ArrayList<>();
		for (List<Long> group : shown) {
			chain(group.stream().map(byId::get).filter(Objects::nonNull).toList()).ifPresent(chains::add);
		}
		return new Chains(chains, several.size());
	}

	/** Of each article the longest quote stands for the others. */
	private static Optional<Chain> chain(List<ClaimRow> group) {
		Map<Long, ClaimRow> byArticle = new LinkedHashMap<>();
		for (ClaimRow claim : group) {
			byArticle.merge(claim.article().id(), claim,
					(one, other) -> (other.exact().length() > one.exact().length()) ? other : one);
		}
		List<ClaimRow> ordered = new ArrayList<>(byArticle.values());
		ordered.sort(Comparator.comparing(TimelinePages::order));
		if (ordered.size() < 2) {
			return Optional.empty();
		}
		int end = Math.min(ordered.size(), 1 + Chain.MOST);
		return Optional.of(new Chain(ordered.get(0), List.copyOf(ordered.subList(1, end)), ordered.size() - end));
	}

	private static long articles(List<Long> group, Map<Long, Long> articleOf) {
		return group.stream().map(articleOf::get).distinct().count();
	}

	private static long root(Map<Long, Long> parents, long id) {
		long at = id;
		while (parents.getOrDefault(at, at) != at) {
			at = parents.get(at);
		}
		return at;
	}

	private static String order(ClaimRow claim) {
		DateLabel date = claim.article().date();
		return ((date != null) ? date.edtf().replaceAll("[\\[~?%]", "") : "~") + " " + claim.key();
	}

	private List<Turn> turns() {
		record Found(long claimant, long point, long claim) {
		}
		List<Found> found = this.jdbc
			.sql("""
					with said as (
					  select distinct c.claimant_id, cp.point_id, c.id, c.stance
					  from shown_claim c join claim_point cp on cp.claim_id = c.id
					  where c.claimant_id is not null and c.stance <> 'neutral' and c.target = 'point' and cp.bearing = 'about')
					select s.claimant_id, s.point_id, s.id from said s
					where exists (select from said o where o.claimant_id = s.claimant_id and o.point_id = s.point_id
					  and o.stance <> s.stance)
					order by s.claimant_id, s.point_id, s.id limit 200""")
			.query((rs, row) -> new Found(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
			.list();
		Map<Long, ClaimRow> byId = this.claims.byId(found.stream().map(Found::claim).distinct().toList());
		Map<String, List<ClaimRow>> groups = new LinkedHashMap<>();
		Map<String, Long> pointIds = new HashMap<>();
		Map<Long, String> points = new HashMap<>();
		this.jdbc.sql("select p.id, l.slug || '/' || p.number from point p join plan l on l.id = p.plan_id")
			.query((rs) -> {
				points.put(rs.getLong(1), rs.getString(2));
			});
		for (Found one : found) {
			ClaimRow claim = byId.get(one.claim());
			if (claim != null && claim.stance() != Stance.NEUTRAL) {
				String key = one.claimant() + " " + one.point();
				groups.computeIfAbsent(key, (group) -> new ArrayList<>()).add(claim);
				pointIds.put(key, one.point());
			}
		}
		List<Turn> turns = new ArrayList<>();
		groups.forEach((key, group) -> {
			group.sort(Comparator.comparing(TimelinePages::order));
			String point = points.get(pointIds.get(key));
			group.get(0)
				.points()
				.stream()
				.filter((ref) -> (ref.plan() + "/" + ref.number()).equals(point))
				.findFirst()
				.ifPresent((ref) -> turns.add(new Turn(Objects.requireNonNull(group.get(0).claimant()), ref, group)));
		});
		return turns;
	}

}
