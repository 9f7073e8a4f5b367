package org.catena.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.annotation.Stance;
import org.catena.reading.ClaimRow.PointRef;
import org.catena.reading.TimelinePage.Chain;
import org.catena.reading.TimelinePage.Dated;
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

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	private final RelationRows relations;

	TimelinePages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims, RelationRows relations) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
		this.relations = relations;
	}

	TimelinePage timeline() {
		record Days(long id, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
		}
		List<Days> days = this.jdbc.sql("""
				select id, date_earliest, date_latest from article where state = 'published'
				order by date_latest desc nulls last, id desc limit :most""")
			.param("most", MOST_ARTICLES)
			.query((rs, row) -> new Days(rs.getLong("id"), rs.getObject("date_earliest", LocalDate.class),
					rs.getObject("date_latest", LocalDate.class)))
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
		return new TimelinePage(dated.isEmpty() ? null : Line.of(dated), undated, chains(this.relations.agreeing()),
				turns());
	}

	/** Joins what agrees, from claim to claim, into chains. */
	static List<Chain> chains(List<RelationRow> agreeing) {
		Map<Long, Long> parents = new HashMap<>();
		Map<Long, ClaimRow> byId = new LinkedHashMap<>();
		for (RelationRow relation : agreeing) {
			byId.put(relation.from().id(), relation.from());
			byId.put(relation.to().id(), relation.to());
			parents.put(root(parents, relation.to().id()), root(parents, relation.from().id()));
		}
		Map<Long, List<ClaimRow>> groups = new LinkedHashMap<>();
		byId.forEach((id, claim) -> groups.computeIfAbsent(root(parents, id), (key) -> new ArrayList<>()).add(claim));
		List<Chain> chains = new ArrayList<>();
		for (List<ClaimRow> group : groups.values()) {
			group.sort(Comparator.comparing(TimelinePages::order));
			if (group.stream().map((claim) -> claim.article().id()).distinct().count() > 1) {
				chains.add(new Chain(group.get(0), List.copyOf(group.subList(1, group.size()))));
			}
		}
		chains.sort(Comparator.comparing((Chain chain) -> -chain.later().size())
			.thenComparing((chain) -> order(chain.first())));
		return chains;
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
					order by s.claimant_id, s.point_id limit 400""")
			.query((rs, row) -> new Found(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
			.list();
		Map<Long, ClaimRow> byId = this.claims.byId(found.stream().map(Found::claim).distinct().toList());
		Map<String, List<ClaimRow>> groups = new LinkedHashMap<>();
		Map<String, Integer> numbers = new HashMap<>();
		Map<Long, Integer> numberOf = new HashMap<>();
		this.jdbc.sql("select id, number from point").query((rs) -> {
			numberOf.put(rs.getLong(1), rs.getInt(2));
		});
		for (Found one : found) {
			ClaimRow claim = byId.get(one.claim());
			if (claim != null && claim.stance() != Stance.NEUTRAL) {
				String key = one.claimant() + " " + one.point();
				groups.computeIfAbsent(key, (group) -> new ArrayList<>()).add(claim);
				numbers.put(key, numberOf.getOrDefault(one.point(), 0));
			}
		}
		List<Turn> turns = new ArrayList<>();
		groups.forEach((key, group) -> {
			group.sort(Comparator.comparing(TimelinePages::order));
			int number = numbers.get(key);
			PointRef point = group.get(0)
				.points()
				.stream()
				.filter((ref) -> ref.number() == number)
				.findFirst()
				.orElseThrow();
			turns.add(new Turn(java.util.Objects.requireNonNull(group.get(0).claimant()), point, group));
		});
		return turns;
	}

}
