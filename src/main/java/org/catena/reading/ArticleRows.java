package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.catena.reading.ClaimRow.AgentLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads articles for lists: two statements whatever the number of articles.
 */
@Component
class ArticleRows {

	private static final String ARTICLES = """
			select a.id, a.slug, coalesce(a.title, a.supplied_title) as title, a.title is null as supplied,
			  s.slug as source, s.name as source_name, a.date, a.date_within,
			  (select count(*) from shown_claim c where c.article_id = a.id) as claims
			from article a join source s on s.id = a.source_id
			where a.state = 'published' and %s
			order by a.date_latest desc nulls last, a.id desc limit :limit offset :offset""";

	private static final String AUTHORS = """
			select b.article_id, g.slug, g.name from byline b join agent g on g.id = b.agent_id
			where b.article_id = any(:ids) order by b.article_id, b.position""";

	private final JdbcClient jdbc;

	ArticleRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The articles of the archive, newest first. */
	List<ArticleRow> newest(int limit, int offset) {
		return read("true", Map.of(), limit, offset);
	}

	/** The articles of a source, newest first. */
	List<ArticleRow> ofSource(long sourceId, int limit) {
		return read("a.source_id = :source", Map.of("source", sourceId), limit, 0);
	}

	/** The articles of an author, newest first. */
	List<ArticleRow> ofAuthor(long agentId, int limit) {
		return read("exists (select from byline b where b.article_id = a.id and b.agent_id = :agent)",
				Map.of("agent", agentId), limit, 0);
	}

	/** Articles by their ids. */
	Map<Long, ArticleRow> byId(List<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: read("a.id = any(:ids)", Map.of("ids", ids.toArray(Long[]::new)), ids.size(), 0).stream()
					.collect(Collectors.toMap(ArticleRow::id, (row) -> row));
	}

	private List<ArticleRow> read(String where, Map<String, ?> params, int limit, int offset) {
		List<ArticleRow> rows = this.jdbc.sql(ARTICLES.formatted(where))
			.params(params)
			.param("limit", limit)
			.param("offset", offset)
			.query(ArticleRows::row)
			.list();
		if (rows.isEmpty()) {
			return rows;
		}
		Map<Long, ArticleRow> byId = rows.stream().collect(Collectors.toMap(ArticleRow::id, (row) -> row));
		this.jdbc.sql(AUTHORS).param("ids", rows.stream().map(ArticleRow::id).toArray(Long[]::new)).query((rs) -> {
			long article = rs.getLong("article_id");
			AgentLink author = new AgentLink(rs.getString("slug"), rs.getString("name"));
			byId.get(article).authors().add(author);
		});
		return rows;
	}

	private static ArticleRow row(ResultSet rs, int number) throws SQLException {
		return new ArticleRow(rs.getLong("id"), rs.getString("slug"), rs.getString("title"), rs.getBoolean("supplied"),
				rs.getString("source"), rs.getString("source_name"), new ArrayList<>(),
				date(rs.getString("date"), rs.getString("date_within")), rs.getInt("claims"));
	}

	static @Nullable DateLabel date(@Nullable String date, @Nullable String within) {
		return (date != null) ? DateLabel.of(date, within) : null;
	}

}
