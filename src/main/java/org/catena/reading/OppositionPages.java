package org.catena.reading;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.reading.OppositionsPage.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads contradictions and disputes by matter, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class OppositionPages {

	private static final String OPPOSED = """
			opposed as (
			  select r.id, coalesce(r.matter, 'other') as matter from shown_relation r
			  join claim f on f.id = r.from_id join claim t on t.id = r.to_id
			  where r.type in ('contradicts', 'disputes') and (:type::text is null or r.type = :type)
			  and (:within::text is null or (f.article_id = t.article_id) = (:within = 'article')))""";

	private final JdbcClient jdbc;

	private final RelationRows relations;

	OppositionPages(JdbcClient jdbc, RelationRows relations) {
		this.jdbc = jdbc;
		this.relations = relations;
	}

	OppositionsPage page(OppositionFilter filter, int number) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.jdbc
			.sql("with %s select matter, count(*) as pairs from opposed group by matter order by pairs desc, matter"
				.formatted(OPPOSED))
			.param("type", filter.type(), Types.VARCHAR)
			.param("within", filter.within(), Types.VARCHAR)
			.query((rs) -> {
				counts.put(rs.getString("matter"), rs.getInt("pairs"));
			});
		List<Long> ids = this.jdbc.sql("""
				with %s
				select o.id from opposed o join (select matter, count(*) as pairs from opposed group by matter) m
				  on m.matter = o.matter
				where :matter::text is null or o.matter = :matter
				order by m.pairs desc, o.matter, o.id limit :limit offset :offset""".formatted(OPPOSED))
			.param("type", filter.type(), Types.VARCHAR)
			.param("within", filter.within(), Types.VARCHAR)
			.param("matter", filter.matter(), Types.VARCHAR)
			.param("limit", OppositionsPage.SIZE)
			.param("offset", (number - 1) * OppositionsPage.SIZE)
			.query(Long.class)
			.list();
		Map<String, List<RelationRow>> byMatter = new LinkedHashMap<>();
		counts.keySet().forEach((matter) -> byMatter.put(matter, new ArrayList<>()));
		for (RelationRow relation : this.relations.byId(ids)) {
			String matter = relation.matter();
			byMatter.computeIfAbsent((matter != null) ? matter : "other", (key) -> new ArrayList<>()).add(relation);
		}
		List<Matter> matters = new ArrayList<>();
		byMatter.forEach((name, pairs) -> matters.add(new Matter(name, counts.getOrDefault(name, 0), pairs)));
		int total = (filter.matter() != null) ? counts.getOrDefault(filter.matter(), 0)
				: counts.values().stream().mapToInt(Integer::intValue).sum();
		return new OppositionsPage(matters, filter, total, number);
	}

}
