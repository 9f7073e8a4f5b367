package org.catena.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the pages of sources and agents.
 */
@Component
@Transactional(readOnly = true)
class NamePages {

	private static final int MOST_ARTICLES = 200;

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	NamePages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
	}

	/**
	 * Reads a source.
	 * @throws NotFound when there is no such source
	 */
	SourcePage source(String slug) {
		record Head(long id, String name, @Nullable String publisher, @Nullable String website, MetadataRow country) {
		}
		Head head = this.jdbc.sql("select * from source where slug = :slug")
			.param("slug", slug)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("name"), rs.getString("publisher"),
					rs.getString("website"),
					new MetadataRow("country", rs.getString("country"), rs.getString("country_basis"),
							rs.getString("country_evidence"), rs.getBigDecimal("country_confidence"))))
			.optional()
			.orElseThrow(() -> new NotFound("source " + slug));
		List<String> variants = this.jdbc.sql("select name from source_variant where source_id = :id order by position")
			.param("id", head.id())
			.query(String.class)
			.list();
		List<ArticleRow> written = this.articles.ofSource(head.id(), MOST_ARTICLES);
		List<ClaimRow> made = this.claims.ofSource(head.id());
		return new SourcePage(slug, head.name(), head.publisher(), head.website(), head.country(), variants, written,
				StanceCounts.of(made), byPoint(made));
	}

	/**
	 * Reads an agent.
	 * @throws NotFound when there is no such agent
	 */
	AgentPage agent(String slug) {
		record Head(long id, String name, String kind, @Nullable String about) {
		}
		Head head = this.jdbc.sql("select id, name, kind, about from agent where slug = :slug")
			.param("slug", slug)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("name"), rs.getString("kind"),
					rs.getString("about")))
			.optional()
			.orElseThrow(() -> new NotFound("agent " + slug));
		List<String> variants = this.jdbc.sql("select name from agent_variant where agent_id = :id order by position")
			.param("id", head.id())
			.query(String.class)
			.list();
		return new AgentPage(slug, head.name(), head.kind().toLowerCase(Locale.ROOT), head.about(), variants,
				this.articles.ofAuthor(head.id(), MOST_ARTICLES), this.claims.ofClaimant(head.id()),
				this.claims.through(head.id()), this.claims.aimedAt(head.id()));
	}

	private static List<SourcePage.OnPoint> byPoint(List<ClaimRow> claims) {
		Map<Integer, List<ClaimRow>> byNumber = new TreeMap<>();
		Map<Integer, PointRef> points = new TreeMap<>();
		for (ClaimRow claim : claims) {
			claim.points()
				.stream()
				.map(PointRef::number)
				.distinct()
				.forEach((number) -> byNumber.computeIfAbsent(number, (key) -> new java.util.ArrayList<>()).add(claim));
			claim.points().forEach((point) -> points.putIfAbsent(point.number(), point));
		}
		return byNumber.entrySet()
			.stream()
			.map((entry) -> new SourcePage.OnPoint(java.util.Objects.requireNonNull(points.get(entry.getKey())),
					StanceCounts.of(entry.getValue())))
			.toList();
	}

}
