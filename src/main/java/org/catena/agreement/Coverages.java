package org.catena.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
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
			where a.state = 'published' order by %s""";

	private static final String SPANS = """
			select article_id, span_start, span_end from shown_claim
			where span_start is not null and article_id = any(:ids)""";

	private final JdbcClient jdbc;

	Coverages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The coverage of every published article, earliest first. */
	public List<Coverage> all() {
		return over(this.jdbc.sql(TEXTS.formatted("a.date, a.slug")).query(Text::of).list());
	}

	/**
	 * The coverage of some published articles, newest first.
	 * @param limit how many at most
	 * @param offset how many newer ones are left out
	 */
	public List<Coverage> newest(int limit, int offset) {
		return over(
				this.jdbc.sql(TEXTS.formatted("a.date_latest desc nulls last, a.id desc limit :limit offset :offset"))
					.param("limit", limit)
					.param("offset", offset)
					.query(Text::of)
					.list());
	}

	private List<Coverage> over(List<Text> texts) {
		if (texts.isEmpty()) {
			return List.of();
		}
		Map<Long, List<TextSpan>> spans = new HashMap<>();
		this.jdbc.sql(SPANS).param("ids", texts.stream().map(Text::id).toArray(Long[]::new)).query((rs) -> {
			spans.computeIfAbsent(rs.getLong("article_id"), (id) -> new ArrayList<>())
				.add(new TextSpan(rs.getInt("span_start"), rs.getInt("span_end")));
		});
		return texts.stream()
			.map((text) -> Coverage.of(text.article(), text.text(), spans.getOrDefault(text.id(), List.of())))
			.toList();
	}

	private record Text(long id, TextRef article, String text) {

		static Text of(ResultSet rs, int row) throws SQLException {
			return new Text(rs.getLong("id"),
					new TextRef(rs.getString("slug"), rs.getString("title"), rs.getString("source")),
					rs.getString("text"));
		}

	}

}
