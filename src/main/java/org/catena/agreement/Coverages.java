package org.catena.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.catena.article.TextSpan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how much of each text is marked by the claims that are shown.
 */
@Component
@Transactional(readOnly = true)
public class Coverages {

	private static final String TEXTS = """
			select a.id, a.slug, coalesce(a.title, a.supplied_title) as title, s.name as source, v.text
			from article a join source s on s.id = a.source_id
			join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' order by a.date, a.slug""";

	private final JdbcClient jdbc;

	Coverages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The coverage of every published article, earliest first. */
	public List<Coverage> all() {
		Map<Long, List<TextSpan>> spans = new HashMap<>();
		this.jdbc.sql("select article_id, span_start, span_end from shown_claim where span_start is not null")
			.query((rs) -> {
				spans.computeIfAbsent(rs.getLong("article_id"), (id) -> new ArrayList<>())
					.add(new TextSpan(rs.getInt("span_start"), rs.getInt("span_end")));
			});
		return this.jdbc.sql(TEXTS)
			.query((rs, row) -> Coverage.of(
					new TextRef(rs.getString("slug"), rs.getString("title"), rs.getString("source")),
					rs.getString("text"), spans.getOrDefault(rs.getLong("id"), List.of())))
			.list();
	}

}
