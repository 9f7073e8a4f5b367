package org.catena.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.suggestion.CodedQuote.PointName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what suggestions learn from, in a fixed number of statements.
 */
@Component
class CodedQuotes {

	/** Claims that are learned from, the newest: their words are kept in memory. */
	static final int MOST = 20_000;

	private final JdbcClient jdbc;

	CodedQuotes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The claims that readers are shown, newest first. */
	List<CodedQuote> read() {
		return this.jdbc.sql("""
				select c.key, a.slug, c.exact, c.paraphrase, c.stance, c.span_start, c.span_end,
				  (select string_agg(pl.slug || ' ' || p.number, ';' order by cp.position)
				    from claim_point cp join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
				    where cp.claim_id = c.id) as points
				from (select * from shown_claim order by id desc limit :most) c join article a on a.id = c.article_id
				order by c.id desc""").param("most", MOST).query((row, number) -> {
			String exact = row.getString("exact");
			String paraphrase = row.getString("paraphrase");
			boolean placed = row.getObject("span_start") != null;
			return new CodedQuote(row.getString("key"), row.getString("slug"), exact, paraphrase,
					row.getString("stance"), placed ? row.getInt("span_start") : -1,
					placed ? row.getInt("span_end") : -1, points(row.getString("points")),
					new Bag().add(exact, 1).add(paraphrase, 1));
		}).list();
	}

	/** The points of every plan, by the plan's slug. */
	Map<String, List<PlanPoint>> plans() {
		Map<String, List<PlanPoint>> plans = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select pl.slug, p.number, p.title, p.summary,
					  (select string_agg(k.keyword, ' ') from point_keyword k where k.point_id = p.id) as keywords,
					  (select string_agg(s.summary, ' ' order by s.letter) from sub_point s where s.point_id = p.id) as parts
					from point p join plan pl on pl.id = p.plan_id order by pl.id, p.number""")
			.query((row) -> {
				String keywords = row.getString("keywords");
				String parts = row.getString("parts");
				Bag words = new Bag().add(row.getString("title"), 2)
					.add((keywords != null) ? keywords : "", 2)
					.add(row.getString("summary"), 1)
					.add((parts != null) ? parts : "", 1);
				plans.computeIfAbsent(row.getString("slug"), (slug) -> new ArrayList<>())
					.add(new PlanPoint(row.getInt("number"), row.getString("title"), words));
			});
		return plans;
	}

	/** The current texts of articles, by slug. */
	Map<String, String> texts(Set<String> articles) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select a.slug, v.text from article a
				join article_version v on v.article_id = a.id and v.number = a.version
				where a.slug = any(:slugs)""").param("slugs", articles.toArray(String[]::new)).query((row) -> {
			texts.put(row.getString("slug"), row.getString("text"));
		});
		return texts;
	}

	private static List<PointName> points(@org.jspecify.annotations.Nullable String names) {
		if (names == null) {
			return List.of();
		}
		return Arrays.stream(names.split(";")).map((name) -> {
			int space = name.indexOf(' ');
			return new PointName(name.substring(0, space), Integer.parseInt(name.substring(space + 1)));
		}).toList();
	}

}
