package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.catena.annotation.Stance;
import org.catena.article.TextSpan;
import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.ClaimRow.Coding;
import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the claims that are shown: five statements whatever their number.
 */
@Component
class ClaimRows {

	private static final String CLAIMS = """
			select c.id, c.key, c.article_id, c.span_start, c.span_end, c.exact, c.paraphrase, c.claimant_is_author,
			  g.slug as claimant, g.name as claimant_name, c.kind, c.stance, c.target, t.slug as target_agent,
			  t.name as target_agent_name, c.aspect, c.certainty, c.uptake, c.version, c.confidence, c.coding,
			  c.codebook, c.note, c.anchoring
			from shown_claim c join article a on a.id = c.article_id
			left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
			where %s
			order by a.date, a.slug, c.span_start nulls last, c.span_end desc, c.id limit :limit""";

	private static final String POINTS = """
			select cp.claim_id, pl.slug as plan, p.number, cp.letter, p.title, cp.bearing
			from claim_point cp join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
			where cp.claim_id = any(:ids) order by cp.claim_id, cp.position""";

	private static final String VIA = """
			select v.claim_id, v.is_author, g.slug, g.name from claim_via v left join agent g on g.id = v.agent_id
			where v.claim_id = any(:ids) order by v.claim_id, v.position""";

	/** Claims that a page shows at most. */
	static final int MOST = 2_000;

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	ClaimRows(JdbcClient jdbc, ArticleRows articles) {
		this.jdbc = jdbc;
		this.articles = articles;
	}

	/** The claims of an article, in reading order. */
	List<ClaimRow> ofArticle(long articleId) {
		return read("c.article_id = :id", Map.of("id", articleId));
	}

	/** The claims of a source's articles. */
	List<ClaimRow> ofSource(long sourceId) {
		return read("a.source_id = :id", Map.of("id", sourceId));
	}

	/** The claims on a point. */
	List<ClaimRow> onPoint(long pointId) {
		return read("exists (select from claim_point cp where cp.claim_id = c.id and cp.point_id = :id)",
				Map.of("id", pointId));
	}

	/** The claims whose claimant is an agent. */
	List<ClaimRow> ofClaimant(long agentId) {
		return read("c.claimant_id = :id", Map.of("id", agentId));
	}

	/** The claims that are aimed at an agent. */
	List<ClaimRow> aimedAt(long agentId) {
		return read("c.target_agent_id = :id", Map.of("id", agentId));
	}

	/** The claims that come through an agent. */
	List<ClaimRow> through(long agentId) {
		return read("exists (select from claim_via v where v.claim_id = c.id and v.agent_id = :id and not v.is_author)",
				Map.of("id", agentId));
	}

	/** Claims by their ids, however many. */
	Map<Long, ClaimRow> byId(List<Long> ids) {
		Map<Long, ClaimRow> rows = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			read("c.id = any(:ids)", Map.of("ids", ids.toArray(Long[]::new)), ids.size())
				.forEach((row) -> rows.put(row.id(), row));
		}
		return rows;
	}

	/** A claim by its permanent id. */
	Optional<ClaimRow> byKey(String key) {
		return read("c.key = :key", Map.of("key", key)).stream().findFirst();
	}

	private List<ClaimRow> read(String where, Map<String, ?> params) {
		return read(where, params, MOST);
	}

	private List<ClaimRow> read(String where, Map<String, ?> params, int most) {
		List<Raw> raws = this.jdbc.sql(CLAIMS.formatted(where))
			.params(params)
			.param("limit", most)
			.query(Raw::of)
			.list();
		if (raws.isEmpty()) {
			return List.of();
		}
		Long[] ids = raws.stream().map(Raw::id).toArray(Long[]::new);
		Map<Long, ArticleRow> articlesById = this.articles.byId(raws.stream().map(Raw::articleId).distinct().toList());
		Map<Long, List<PointRef>> points = new LinkedHashMap<>();
		this.jdbc.sql(POINTS).param("ids", ids).query((rs) -> {
			points.computeIfAbsent(rs.getLong("claim_id"), (id) -> new ArrayList<>())
				.add(new PointRef(rs.getString("plan"), rs.getInt("number"), rs.getString("letter"),
						rs.getString("title"), "about".equals(rs.getString("bearing"))));
		});
		Map<Long, List<AgentLink>> via = new LinkedHashMap<>();
		this.jdbc.sql(VIA).param("ids", ids).query((rs) -> {
			via.computeIfAbsent(rs.getLong("claim_id"), (id) -> new ArrayList<>())
				.add(new AgentLink(rs.getString("slug"),
						(rs.getString("name") != null) ? rs.getString("name") : "the author"));
		});
		List<ClaimRow> rows = new ArrayList<>();
		for (Raw raw : raws) {
			ArticleRow article = articlesById.get(raw.articleId());
			// Withdrawn since the claims were read: not shown, as a moment later.
			if (article != null) {
				rows.add(raw.row(article, points.getOrDefault(raw.id(), List.of()),
						via.getOrDefault(raw.id(), List.of())));
			}
		}
		return rows;
	}

	private record Raw(long id, String key, long articleId, @Nullable TextSpan span, String exact, String paraphrase,
			@Nullable AgentLink claimant, boolean claimantIsAuthor, Coding coding) {

		static Raw of(ResultSet rs, int number) throws SQLException {
			Integer start = (Integer) rs.getObject("span_start");
			return new Raw(rs.getLong("id"), rs.getString("key"), rs.getLong("article_id"),
					(start != null) ? new TextSpan(start, rs.getInt("span_end")) : null, rs.getString("exact"),
					rs.getString("paraphrase"), agent(rs, "claimant"), rs.getBoolean("claimant_is_author"),
					new Coding(rs.getString("kind"), stance(rs.getString("stance")), rs.getString("target"),
							agent(rs, "target_agent"), rs.getString("aspect"), rs.getString("certainty"),
							rs.getString("uptake"), rs.getString("version"), rs.getBigDecimal("confidence"),
							rs.getString("coding"), rs.getString("codebook"), rs.getString("note"),
							rs.getString("anchoring")));
		}

		ClaimRow row(ArticleRow article, List<PointRef> points, List<AgentLink> via) {
			return new ClaimRow(this.id, this.key, article, this.span, this.exact, this.paraphrase, this.claimant,
					this.claimantIsAuthor, via, points, this.coding);
		}

		private static Stance stance(String word) {
			return Stance.valueOf(word.toUpperCase(Locale.ROOT));
		}

		private static @Nullable AgentLink agent(ResultSet rs, String column) throws SQLException {
			String slug = rs.getString(column);
			return (slug != null) ? new AgentLink(slug, rs.getString(column + "_name")) : null;
		}

	}

}
