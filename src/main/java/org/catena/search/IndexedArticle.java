package org.catena.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.catena.article.ArticleText;
import org.catena.search.IndexedClaim.Shared;

/**
 * What the index keeps of an article.
 *
 * @param id the article's id
 * @param slug its name in addresses
 * @param text the current text, without the marks of subheads
 * @param names the authors, as authorised and as printed, and the source
 * @param shared what its claims are narrowed by as well, its title among it
 * @param changed when it was changed last
 * @param claims the claims that readers are shown
 */
record IndexedArticle(long id, String slug, String text, List<String> names, Shared shared, Instant changed,
		List<IndexedClaim> claims) {

	private static final String SHOWN = """
			select a.id, a.slug, coalesce(a.title, a.supplied_title) as title, v.text, s.slug as source,
			  s.name as source_name, a.language, a.date_earliest, a.date_latest, a.updated_at,
			  (select l.slug from plan l where l.id = a.plan_id) as plan,
			  array(select g.slug from byline b join agent g on g.id = b.agent_id
			    where b.article_id = a.id order by b.position) as authors,
			  array(select concat_ws(' / ', g.name, nullif(b.printed, g.name)) from byline b
			    join agent g on g.id = b.agent_id where b.article_id = a.id order by b.position) as author_names
			from article a join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' and a.id = any(?)""";

	private static final Pattern SUBHEAD = Pattern.compile("^" + Pattern.quote(ArticleText.SUBHEAD), Pattern.MULTILINE);

	static Map<Long, IndexedArticle> read(Connection connection, List<Long> ids) throws SQLException {
		Map<Long, List<IndexedClaim>> claims = new HashMap<>();
		for (IndexedClaim claim : IndexedClaim.ofArticles(connection, ids)) {
			claims.computeIfAbsent(claim.articleId(), (article) -> new ArrayList<>()).add(claim);
		}
		Map<Long, IndexedArticle> articles = new HashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(SHOWN)) {
			statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					long id = row.getLong("id");
					articles.put(id, article(row, id, claims.getOrDefault(id, List.of())));
				}
			}
		}
		return articles;
	}

	/** A text as readers see it, without the marks of its subheads. */
	static String withoutMarks(String text) {
		return SUBHEAD.matcher(text).replaceAll("");
	}

	private static IndexedArticle article(ResultSet row, long id, List<IndexedClaim> claims) throws SQLException {
		List<String> names = new ArrayList<>(IndexedClaim.words(row.getArray("author_names")));
		names.add(row.getString("source_name"));
		return new IndexedArticle(id, row.getString("slug"), withoutMarks(row.getString("text")), names,
				Shared.read(row), row.getTimestamp("updated_at").toInstant(), claims);
	}

}
