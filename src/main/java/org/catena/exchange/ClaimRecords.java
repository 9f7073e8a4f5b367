package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.annotation.TextQuote;
import org.catena.article.TextSpan;
import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.ClaimRecord.PointName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the claims that are shown, for machine forms: three statements whatever their
 * number.
 */
@Component
class ClaimRecords {

	/** The order of reading within an article. */
	static final String READING_ORDER = "c.span_start nulls last, c.span_end desc, c.id";

	private static final String CLAIMS = """
			select c.*, a.slug as article, g.slug as g_slug, g.name as g_name, g.kind as g_kind, t.slug as t_slug,
			  t.name as t_name, t.kind as t_kind
			from shown_claim c join article a on a.id = c.article_id
			left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
			where %s
			order by %s limit :limit""";

	private static final String POINTS = """
			select cp.claim_id, pl.slug as plan, p.number, cp.letter, p.title, cp.bearing
			from claim_point cp join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
			where cp.claim_id in (:ids) order by cp.claim_id, cp.position""";

	private static final String VIA = """
			select v.claim_id, g.slug as g_slug, g.name as g_name, g.kind as g_kind
			from claim_via v left join agent g on g.id = v.agent_id
			where v.claim_id in (:ids) order by v.claim_id, v.position""";

	private final JdbcClient jdbc;

	ClaimRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A claim that is shown, by its permanent id. */
	Optional<ClaimRecord> byKey(String key) {
		return read("c.key = :key", Map.of("key", key), "c.id", 1).stream().findFirst();
	}

	/** The claims of an article, in the order of reading. */
	List<ClaimRecord> ofArticle(long articleId) {
		return read("c.article_id = :article", Map.of("article", articleId), READING_ORDER, Integer.MAX_VALUE);
	}

	/** Claims by their ids, in the order of the ids. */
	List<ClaimRecord> byId(List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, ClaimRecord> byId = new LinkedHashMap<>();
		read("c.id in (:ids)", Map.of("ids", ids), "c.id", ids.size()).forEach((claim) -> byId.put(claim.id(), claim));
		return ids.stream().filter(byId::containsKey).map(byId::get).toList();
	}

	/**
	 * The shown claims after an id, in the order of their ids: repeated, all.
	 * @param id the last id that was read, 0 at the beginning
	 * @param limit how many at most
	 */
	List<ClaimRecord> after(long id, int limit) {
		return read("c.id > :id", Map.of("id", id), "c.id", limit);
	}

	/**
	 * Reads.
	 * @param where a condition on {@code shown_claim c} and {@code article a}, with named
	 * parameters
	 * @param parameters their values
	 * @param order an order of them
	 * @param limit how many at most
	 */
	List<ClaimRecord> read(String where, Map<String, ?> parameters, String order, int limit) {
		Map<Long, List<PointName>> points = new LinkedHashMap<>();
		Map<Long, List<@Nullable AgentName>> via = new LinkedHashMap<>();
		List<ClaimRecord> claims = this.jdbc.sql(CLAIMS.formatted(where, order))
			.params(parameters)
			.param("limit", limit)
			.query((rs, row) -> claim(rs, points, via))
			.list();
		if (!claims.isEmpty()) {
			this.jdbc.sql(POINTS).param("ids", points.keySet()).query((rs) -> {
				points.get(rs.getLong("claim_id"))
					.add(new PointName(rs.getString("plan"), rs.getInt("number"), rs.getString("letter"),
							rs.getString("title"), rs.getString("bearing")));
			});
			this.jdbc.sql(VIA).param("ids", via.keySet()).query((rs) -> {
				via.get(rs.getLong("claim_id")).add(agent(rs, "g"));
			});
		}
		return claims;
	}

	private static ClaimRecord claim(ResultSet rs, Map<Long, List<PointName>> points,
			Map<Long, List<@Nullable AgentName>> via) throws SQLException {
		long id = rs.getLong("id");
		Integer start = (Integer) rs.getObject("span_start");
		return new ClaimRecord(id, rs.getString("key"), rs.getLong("article_id"), rs.getString("article"),
				new TextQuote(rs.getString("exact"), rs.getString("prefix"), rs.getString("suffix")),
				rs.getInt("made_on_version"), rs.getInt("placed_on_version"), rs.getString("anchoring"),
				(start != null) ? new TextSpan(start, rs.getInt("span_end")) : null, rs.getString("paraphrase"),
				agent(rs, "g"), rs.getBoolean("claimant_is_author"),
				via.computeIfAbsent(id, (claim) -> new ArrayList<>()),
				points.computeIfAbsent(id, (claim) -> new ArrayList<>()), rs.getString("kind"), rs.getString("stance"),
				rs.getString("target"), agent(rs, "t"), rs.getString("aspect"), rs.getString("certainty"),
				rs.getString("uptake"), rs.getString("version"), rs.getBigDecimal("confidence"), rs.getString("coding"),
				rs.getString("codebook"), rs.getString("note"), rs.getTimestamp("created_at").toInstant(),
				rs.getTimestamp("updated_at").toInstant());
	}

	private static @Nullable AgentName agent(ResultSet rs, String prefix) throws SQLException {
		String slug = rs.getString(prefix + "_slug");
		return (slug != null) ? new AgentName(slug, rs.getString(prefix + "_name"), rs.getString(prefix + "_kind"))
				: null;
	}

}
