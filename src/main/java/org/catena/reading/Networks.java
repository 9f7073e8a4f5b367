package org.catena.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.reading.Network.By;
import org.catena.reading.Network.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads who agrees with whom, in two statements.
 */
@Component
@Transactional(readOnly = true)
class Networks {

	private static final Map<By, String> OWNERS = Map.of(By.SOURCES, """
			select c.id, s.slug, s.name from shown_claim c join article a on a.id = c.article_id
			join source s on s.id = a.source_id""", By.AGENTS, """
			select c.id, g.slug, g.name from shown_claim c join agent g on g.id = c.claimant_id""");

	private static final String NODES = """
			with owner as (%s)
			select slug, name, count(*) as relations, count(*) over () as nodes from (
			  select o.slug, o.name, r.id from shown_relation r join owner o on o.id = r.from_id
			  union select o.slug, o.name, r.id from shown_relation r join owner o on o.id = r.to_id) ends
			group by slug, name order by relations desc, slug limit :most""";

	private static final String PAIRS = """
			with owner as (%s)
			select least(f.slug, t.slug) as one, greatest(f.slug, t.slug) as other,
			  count(*) filter (where r.type in ('agrees', 'elaborates')) as agrees,
			  count(*) filter (where r.type in ('contradicts', 'disputes')) as opposes
			from shown_relation r join owner f on f.id = r.from_id join owner t on t.id = r.to_id
			where f.slug in (:slugs) and t.slug in (:slugs)
			group by one, other order by count(*) desc, one, other""";

	private final JdbcClient jdbc;

	Networks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Network by(By by) {
		Map<String, String> names = new java.util.TreeMap<>();
		int[] nodes = { 0 };
		this.jdbc.sql(NODES.formatted(OWNERS.get(by))).param("most", Network.MOST).query((rs) -> {
			names.put(rs.getString("slug"), rs.getString("name"));
			nodes[0] = rs.getInt("nodes");
		});
		if (names.isEmpty()) {
			return Network.of(by, Map.of(), List.of(), 0);
		}
		List<Pair> pairs = this.jdbc.sql(PAIRS.formatted(OWNERS.get(by)))
			.param("slugs", names.keySet())
			.query((rs, row) -> {
				String one = rs.getString("one");
				String other = rs.getString("other");
				return new Pair(one, names.getOrDefault(one, one), other, names.getOrDefault(other, other),
						rs.getInt("agrees"), rs.getInt("opposes"));
			})
			.list();
		return Network.of(by, new LinkedHashMap<>(names), pairs, nodes[0] - names.size());
	}

}
