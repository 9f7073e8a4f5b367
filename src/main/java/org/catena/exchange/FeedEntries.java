package org.catena.exchange;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the entries of feeds: one statement for articles, one for claims. Those that are
 * no longer shown are left out.
 */
@Component
class FeedEntries {

	private static final String ARTICLES = """
			select a.id, '/articles/' || a.identifier as name, '/articles/' || a.slug as path,
			  coalesce(a.title, a.supplied_title) as title,
			  coalesce((select array_agg(g.name order by b.position) from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id), array[s.name]) as authors,
			  a.updated_at, a.created_at, left(split_part(v.text, E'\\n\\n', 1), 400) as summary
			from article a join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' and a.id in (:ids)""";

	private static final String CLAIMS = """
			select c.id, '/claims/' || c.key as name, '/claims/' || c.key as path, c.paraphrase as title,
			  array[coalesce(g.name, s.name)] as authors, c.updated_at, c.created_at, c.exact as summary
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			  left join agent g on g.id = c.claimant_id
			where c.id in (:ids)""";

	private final JdbcClient jdbc;

	FeedEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Articles, in the order of their ids. */
	List<FeedEntry> articles(List<Long> ids) {
		return inOrder(ids, articlesById(ids));
	}

	/** Claims, in the order of their ids. */
	List<FeedEntry> claims(List<Long> ids) {
		return inOrder(ids, claimsById(ids));
	}

	Map<Long, FeedEntry> articlesById(List<Long> ids) {
		return read(ARTICLES, ids);
	}

	Map<Long, FeedEntry> claimsById(List<Long> ids) {
		return read(CLAIMS, ids);
	}

	private static List<FeedEntry> inOrder(List<Long> ids, Map<Long, FeedEntry> entries) {
		return ids.stream().map(entries::get).filter(Objects::nonNull).toList();
	}

	private Map<Long, FeedEntry> read(String sql, List<Long> ids) {
		Map<Long, FeedEntry> entries = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql(sql).param("ids", ids).query((row) -> {
				entries.put(row.getLong("id"), of(row));
			});
		}
		return entries;
	}

	private static FeedEntry of(ResultSet row) throws SQLException {
		Array authors = row.getArray("authors");
		return new FeedEntry(row.getString("name"), row.getString("path"), row.getString("title"),
				Arrays.asList((String[]) authors.getArray()), row.getTimestamp("updated_at").toInstant(),
				row.getTimestamp("created_at").toInstant(), row.getString("summary"));
	}

}
