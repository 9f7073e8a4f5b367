package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.ArticleRecord.SourceName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads published articles for machine forms: two statements whatever their number.
 */
@Component
class ArticleRecords {

	private static final String ARTICLES = """
			select a.id, a.slug, a.version, coalesce(a.title, a.supplied_title) as title, a.title is null as supplied,
			  s.slug as source, s.name as source_name, s.publisher, s.website, a.date, a.date_earliest, a.date_latest,
			  a.language, a.url, a.alternate_url, p.slug as plan, v.words, v.sha256,
			  (select count(*) from shown_claim c where c.article_id = a.id) as claims, a.created_at, a.updated_at
			from article a join source s on s.id = a.source_id left join plan p on p.id = a.plan_id
			join article_version v on v.article_id = a.id and v.number = a.version
			where a.state = 'published' and %s
			order by %s limit :limit""";

	private static final String AUTHORS = """
			select b.article_id, g.slug, g.name, g.kind from byline b join agent g on g.id = b.agent_id
			where b.article_id in (:ids) order by b.article_id, b.position""";

	private final JdbcClient jdbc;

	ArticleRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A published article by its current slug. */
	Optional<ArticleRecord> bySlug(String slug) {
		return read("a.slug = :slug", Map.of("slug", slug), "a.id", 1).stream().findFirst();
	}

	/** Published articles by their ids, in the order of the ids. */
	List<ArticleRecord> byId(List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, ArticleRecord> byId = new LinkedHashMap<>();
		read("a.id in (:ids)", Map.of("ids", ids), "a.id", ids.size())
			.forEach((article) -> byId.put(article.id(), article));
		return ids.stream().filter(byId::containsKey).map(byId::get).toList();
	}

	/**
	 * The published articles after an id, in the order of their ids: repeated, all.
	 * @param id the last id that was read, 0 at the beginning
	 * @param limit how many at most
	 */
	List<ArticleRecord> after(long id, int limit) {
		return read("a.id > :id", Map.of("id", id), "a.id", limit);
	}

	/**
	 * Reads.
	 * @param where a condition on {@code article a}, with named parameters
	 * @param parameters their values
	 * @param order an order of {@code article a}
	 * @param limit how many at most
	 */
	List<ArticleRecord> read(String where, Map<String, ?> parameters, String order, int limit) {
		Map<Long, List<AgentName>> authors = new LinkedHashMap<>();
		List<ArticleRecord> articles = this.jdbc.sql(ARTICLES.formatted(where, order))
			.params(parameters)
			.param("limit", limit)
			.query((rs, row) -> article(rs, authors))
			.list();
		if (!articles.isEmpty()) {
			this.jdbc.sql(AUTHORS).param("ids", authors.keySet()).query((rs) -> {
				authors.get(rs.getLong("article_id"))
					.add(new AgentName(rs.getString("slug"), rs.getString("name"), rs.getString("kind")));
			});
		}
		return articles;
	}

	private static ArticleRecord article(ResultSet rs, Map<Long, List<AgentName>> authors) throws SQLException {
		return new ArticleRecord(rs.getLong("id"), rs.getString("slug"), rs.getInt("version"), rs.getString("title"),
				rs.getBoolean("supplied"),
				new SourceName(rs.getString("source"), rs.getString("source_name"), rs.getString("publisher"),
						rs.getString("website")),
				authors.computeIfAbsent(rs.getLong("id"), (id) -> new ArrayList<>()), rs.getString("date"),
				rs.getObject("date_earliest", LocalDate.class), rs.getObject("date_latest", LocalDate.class),
				rs.getString("language"), rs.getString("url"), rs.getString("alternate_url"), rs.getString("plan"),
				rs.getInt("words"), rs.getString("sha256"), rs.getInt("claims"),
				rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("updated_at").toInstant());
	}

}
