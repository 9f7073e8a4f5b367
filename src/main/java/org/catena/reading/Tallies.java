package org.catena.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.catena.annotation.Stance;
import org.catena.article.FirstPlan;
import org.catena.reading.Tally.By;
import org.catena.reading.Tally.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the claims that are shown: one statement for each tally, whatever is counted.
 */
@Component
@Transactional(readOnly = true)
class Tallies {

	/**
	 * For each way of counting: its keys with their names, how a claim is found by them,
	 * and the claims. What has no claim has one row without one.
	 */
	private static final Map<By, String> KEYED = new EnumMap<>(Map.of(By.SOURCES, """
			select s.slug as key, s.name, '/sources/' || s.slug as address, 'source=' || s.slug as query, c.id
			from source s join article a on a.source_id = s.id and a.state = 'published'
			left join shown_claim c on c.article_id = a.id""", By.ARTICLES, """
			select a.slug as key, s.name || ': ' || coalesce(a.title, a.supplied_title) as name,
			  '/articles/' || a.slug as address, null as query, c.id
			from article a join source s on s.id = a.source_id left join shown_claim c on c.article_id = a.id
			where a.state = 'published'""", By.CLAIMANTS, """
			select g.slug as key, g.name, '/agents/' || g.slug as address, 'claimant=' || g.slug as query, c.id
			from shown_claim c join agent g on g.id = c.claimant_id
			union all
			select 'not_stated', 'the author, who is not stated', null, 'claimant=not_stated', c.id
			from shown_claim c where c.claimant_id is null""", By.POINTS,
			"""
					select to_char(p.number, 'FM00000') as key, p.number || '. ' || p.title as name,
					  '/plans/' || l.slug || '/points/' || p.number as address, 'point=' || l.slug || '/' || p.number as query, c.id
					from point p join plan l on l.id = p.plan_id left join claim_point cp on cp.point_id = p.id
					left join shown_claim c on c.id = cp.claim_id where p.plan_id = %s"""
				.formatted(FirstPlan.ID),
			By.THEMES, """
					select to_char(t.position, 'FM00000') as key, t.name, null as address,
					  (select string_agg('point=' || l.slug || '/' || q.number, '&' order by q.number) from point q
					   join plan l on l.id = q.plan_id where q.theme_id = t.id) as query, c.id
					from theme t left join point p on p.theme_id = t.id left join claim_point cp on cp.point_id = p.id
					left join shown_claim c on c.id = cp.claim_id where t.plan_id = %s""".formatted(FirstPlan.ID),
			By.ATTRIBUTION, """
					select coalesce(array_position(array['endorses', 'reports', 'rejects'], c.uptake), 0)::text as key,
					  case c.uptake when 'endorses' then 'someone else’s, endorsed by the author'
					    when 'reports' then 'someone else’s, reported by the author'
					    when 'rejects' then 'someone else’s, rejected by the author'
					    else 'the author’s own' end as name,
					  null as address, null as query, c.id
					from shown_claim c""", By.TARGETS,
			"""
					select c.target as key, case c.target when 'plan' then 'the plan' when 'point' then 'a point of it'
					    when 'mediators' then 'the mediators' when 'process' then 'the process'
					    when 'ukraine_position' then 'Ukraine’s position' when 'russia_position' then 'Russia’s position'
					    else 'Europe’s role' end as name,
					  null as address, 'target=' || c.target as query, c.id
					from shown_claim c"""));

	private static final String POINTS_OF_SOURCE = """
			select l.slug || to_char(p.number, 'FM00000') as key, p.number || '. ' || p.title as name,
			  '/plans/' || l.slug || '/points/' || p.number as address,
			  'source=' || s.slug || '&point=' || l.slug || '/' || p.number as query, c.id
			from source s join article a on a.source_id = s.id join shown_claim c on c.article_id = a.id
			join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id join plan l on l.id = p.plan_id
			where s.slug = :source""";

	/** Those with most claims come first; what is beyond the places is taken together. */
	private static final String TALLY = """
			with keyed as (%s),
			ranked as (
			  select key, min(name) as name, min(address) as address, min(query) as query,
			    row_number() over (order by count(distinct id) desc, key) - 1 as place
			  from keyed group by key),
			placed as (
			  select k.id, case when r.place >= :first and r.place < :first + :most then r.place end as place
			  from keyed k join ranked r on r.key = k.key)
			select coalesce(p.place, -1) as place, grouping(p.place) = 1 as is_all, r.key, r.name, r.address, r.query, c.stance,
			  count(distinct p.id) as claims, (select count(*) from ranked) as keys
			from placed p left join shown_claim c on c.id = p.id left join ranked r on r.place = p.place
			group by grouping sets ((p.place, r.key, r.name, r.address, r.query, c.stance), (c.stance))""";

	private final JdbcClient jdbc;

	Tallies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The {@value Tally#MOST} with most claims, and the rest taken together. */
	Tally by(By by) {
		return by(by, 0, Tally.MOST);
	}

	/**
	 * Counts claims.
	 * @param by by what
	 * @param first the first place that is shown, from 0 for what has most claims
	 * @param most how many are shown at most
	 */
	Tally by(By by, int first, int most) {
		return read(by, KEYED.get(by), Map.of(), first, most);
	}

	/** The claims of a source by the points of which it speaks. */
	Tally pointsOfSource(String slug) {
		return read(By.POINTS, POINTS_OF_SOURCE, Map.of("source", slug), 0, Tally.MOST);
	}

	private Tally read(By by, @Nullable String keyed, Map<String, ?> params, int first, int most) {
		Map<Integer, Gathered> gathered = new TreeMap<>();
		Gathered others = new Gathered("", "others", null, null);
		Gathered all = new Gathered("", "All", null, (by == By.POINTS || by == By.THEMES) ? null : "");
		int[] keys = { 0 };
		this.jdbc.sql(TALLY.formatted(keyed)).params(params).param("first", first).param("most", most).query((rs) -> {
			keys[0] = rs.getInt("keys");
			int place = rs.getInt("place");
			Gathered row;
			if (rs.getBoolean("is_all")) {
				row = all;
			}
			else if (place < 0) {
				row = others;
			}
			else {
				row = gathered.get(place);
				if (row == null) {
					row = new Gathered(rs.getString("key"), rs.getString("name"), rs.getString("address"),
							rs.getString("query"));
					gathered.put(place, row);
				}
			}
			String stance = rs.getString("stance");
			if (stance != null) {
				row.counts().put(StanceCounts.stance(stance), rs.getInt("claims"));
			}
		});
		List<Gathered> shown = new ArrayList<>(gathered.values());
		if (by == By.POINTS || by == By.THEMES || by == By.ATTRIBUTION) {
			shown.sort(java.util.Comparator.comparing(Gathered::key));
		}
		int left = keys[0] - shown.size();
		return new Tally(by, shown.stream().map(Gathered::part).toList(), (left > 0) ? others.part() : null, left,
				all.part());
	}

	private record Gathered(String key, String name, @Nullable String address, @Nullable String query,
			Map<Stance, Integer> counts) {

		Gathered(String key, String name, @Nullable String address, @Nullable String query) {
			this(key, name, address, query, new EnumMap<>(Stance.class));
		}

		Part part() {
			return new Part(this.name, this.address, this.query, new StanceCounts(this.counts));
		}

	}

}
