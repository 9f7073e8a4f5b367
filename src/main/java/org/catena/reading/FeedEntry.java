package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.search.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An article or a claim in a feed.
 *
 * @param path its address within the site
 * @param title its title, or what is claimed
 * @param source where it appeared
 * @param updated when it was changed last
 * @param summary the beginning of the text, or the quote
 */
record FeedEntry(String path, String title, String source, Instant updated, String summary) {

	private static final String ARTICLES = """
			select a.id, '/articles/' || a.slug as path, coalesce(a.title, a.supplied_title) as title, s.name as source,
			  a.updated_at, left(split_part(v.text, E'\\n\\n', 1), 400) as summary
			from article a join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' and a.id in (:ids)""";

	private static final String CLAIMS = """
			select c.id, '/claims/' || c.key as path, c.paraphrase as title, s.name as source, c.updated_at,
			  c.exact as summary
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			where c.id in (:ids)""";

	/** Reads entries in the order of their ids; those no longer shown are left out. */
	static List<FeedEntry> read(JdbcClient jdbc, Scope scope, List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, FeedEntry> entries = new HashMap<>();
		jdbc.sql((scope == Scope.ARTICLES) ? ARTICLES : CLAIMS).param("ids", ids).query((row) -> {
			entries.put(row.getLong("id"), of(row));
		});
		return ids.stream().map(entries::get).filter(Objects::nonNull).toList();
	}

	private static FeedEntry of(ResultSet row) throws SQLException {
		return new FeedEntry(row.getString("path"), row.getString("title"), row.getString("source"),
				row.getTimestamp("updated_at").toInstant(), row.getString("summary"));
	}

}
