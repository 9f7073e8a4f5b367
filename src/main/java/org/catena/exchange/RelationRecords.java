package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the relations that are shown, for machine forms.
 */
@Component
class RelationRecords {

	private final JdbcClient jdbc;

	RelationRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The relations of the claims of an article, to its own and to those of others. */
	List<RelationRecord> ofArticle(long articleId) {
		return read("(f.article_id = :article or t.article_id = :article)", Map.of("article", articleId),
				Integer.MAX_VALUE, 0);
	}

	/** The relations of the claims of articles, by article, in the order of arrival. */
	Map<Long, List<RelationRecord>> ofArticles(List<Long> articleIds) {
		Map<Long, List<RelationRecord>> byArticle = new HashMap<>();
		if (!articleIds.isEmpty()) {
			this.jdbc
				.sql("""
						select distinct r.id, a.id as article_id, r.type, f.key as from_key, t.key as to_key, r.matter, r.reason, r.coding,
						  r.created_at, r.updated_at
						from claim c join shown_relation r on r.from_id = c.id or r.to_id = c.id
						join article a on a.id = c.article_id join claim f on f.id = r.from_id join claim t on t.id = r.to_id
						where c.article_id in (:articles) order by r.id""")
				.param("articles", articleIds)
				.query((rs) -> {
					byArticle.computeIfAbsent(rs.getLong("article_id"), (id) -> new ArrayList<>()).add(relation(rs));
				});
		}
		return byArticle;
	}

	/** A relation by what it says. */
	Optional<RelationRecord> find(String from, String type, String to) {
		return read("f.key = :from and r.type = :type and t.key = :to", Map.of("from", from, "type", type, "to", to), 1,
				0)
			.stream()
			.findFirst();
	}

	/** Some of all, in the order of their arrival. */
	List<RelationRecord> page(long offset, int limit) {
		return read("true", Map.of(), limit, offset);
	}

	/**
	 * Reads, in the order of arrival.
	 * @param where a condition on {@code shown_relation r} and the claims {@code f} and
	 * {@code t}, with named parameters
	 * @param parameters their values
	 * @param limit how many at most
	 * @param offset how many to pass over
	 */
	private List<RelationRecord> read(String where, Map<String, ?> parameters, int limit, long offset) {
		return this.jdbc
			.sql("""
					select r.type, f.key as from_key, t.key as to_key, r.matter, r.reason, r.coding, r.created_at, r.updated_at
					from shown_relation r join claim f on f.id = r.from_id join claim t on t.id = r.to_id
					where %s order by r.id limit :limit offset :offset"""
				.formatted(where))
			.params(parameters)
			.param("limit", limit)
			.param("offset", offset)
			.query((rs, row) -> relation(rs))
			.list();
	}

	private static RelationRecord relation(ResultSet rs) throws SQLException {
		return new RelationRecord(rs.getString("type"), rs.getString("from_key"), rs.getString("to_key"),
				rs.getString("matter"), rs.getString("reason"), rs.getString("coding"),
				rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("updated_at").toInstant());
	}

}
