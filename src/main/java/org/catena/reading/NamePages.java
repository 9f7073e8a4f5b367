package org.catena.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.annotation.Stance;
import org.catena.reading.AgentPage.Pairs;
import org.catena.reading.AgentPage.Said;
import org.catena.reading.AgentPage.Saying;
import org.catena.reading.AgentPage.Some;
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

	private static final int MOST_ARTICLES = 50;

	private static final int MOST_WRITTEN = 20;

	/** Claims of each kind on the page of an agent at most. */
	private static final int MOST_CLAIMS = 80;

	private static final int MOST_PAIRS = 20;

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	private final RelationRows relations;

	private final Tallies tallies;

	private final Mentioned mentioned;

	private final OldSlugs oldSlugs;

	NamePages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims, RelationRows relations, Tallies tallies,
			Mentioned mentioned, OldSlugs oldSlugs) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
		this.relations = relations;
		this.tallies = tallies;
		this.mentioned = mentioned;
		this.oldSlugs = oldSlugs;
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
			.orElseThrow(() -> this.oldSlugs.source(slug, "/sources/%s"));
		List<String> variants = this.jdbc.sql("select name from source_variant where source_id = :id order by position")
			.param("id", head.id())
			.query(String.class)
			.list();
		List<ArticleRow> written = this.articles.ofSource(head.id(), MOST_ARTICLES);
		int articles = this.jdbc.sql("select count(*) from article where source_id = :id and state = 'published'")
			.param("id", head.id())
			.query(Integer.class)
			.single();
		return new SourcePage(slug, head.name(), head.publisher(), head.website(), head.country(), variants, written,
				articles, this.tallies.pointsOfSource(slug));
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
			.orElseThrow(() -> this.oldSlugs.agent(slug, "/agents/%s"));
		List<String> variants = this.jdbc.sql("select name from agent_variant where agent_id = :id order by position")
			.param("id", head.id())
			.query(String.class)
			.list();
		List<String> names = new ArrayList<>(variants);
		names.add(head.name());
		return new AgentPage(
				new AgentPage.Head(slug, head.name(), head.kind().toLowerCase(Locale.ROOT), head.about(), variants),
				this.articles.ofAuthor(head.id(), MOST_WRITTEN), some("c.claimant_id = :id", head.id()),
				stances(head.id()), sayings(head.id()), opposed(head.id()),
				some("""
						exists (select from claim_via v where v.claim_id = c.id and v.agent_id = :id and not v.is_author)""",
						head.id()),
				some("c.target_agent_id = :id", head.id()), this.mentioned.of(head.id(), names));
	}

	private Some some(String where, long agentId) {
		int[] total = { 0 };
		List<Long> ids = this.jdbc
			.sql("""
					select c.id, count(*) over () as claims from shown_claim c join article a on a.id = c.article_id
					where %s order by a.date_latest desc nulls last, a.id desc, c.span_start nulls last, c.id limit :most"""
				.formatted(where))
			.param("id", agentId)
			.param("most", MOST_CLAIMS)
			.query((rs, row) -> {
				total[0] = rs.getInt("claims");
				return rs.getLong("id");
			})
			.list();
		return new Some(List.copyOf(this.claims.byId(ids).values()), total[0]);
	}

	/** Contradictions and disputes between the agent's own claims. */
	private Pairs opposed(long agentId) {
		int[] total = { 0 };
		List<Long> ids = this.jdbc
			.sql("""
					select r.id, count(*) over () as pairs from shown_relation r
					join claim f on f.id = r.from_id and f.claimant_id = :id join claim t on t.id = r.to_id and t.claimant_id = :id
					where r.type in ('contradicts', 'disputes') order by r.type, r.id limit :most""")
			.param("id", agentId)
			.param("most", MOST_PAIRS)
			.query((rs, row) -> {
				total[0] = rs.getInt("pairs");
				return rs.getLong("id");
			})
			.list();
		return new Pairs(this.relations.byId(ids), total[0]);
	}

	private StanceCounts stances(long agentId) {
		Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
		this.jdbc.sql("select stance, count(*) as claims from shown_claim where claimant_id = :id group by stance")
			.param("id", agentId)
			.query((rs) -> {
				counts.put(StanceCounts.stance(rs.getString("stance")), rs.getInt("claims"));
			});
		return new StanceCounts(counts);
	}

	private List<Saying> sayings(long agentId) {
		return Saying.of(this.jdbc.sql("""
				select s.slug, s.name, coalesce(c.uptake, 'author') as uptake, count(*) as claims,
				  sum(count(*)) over (partition by s.slug) as of_source
				from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
				where c.claimant_id = :id group by s.slug, s.name, c.uptake
				order by of_source desc, s.slug, claims desc, uptake limit 60""")
			.param("id", agentId)
			.query((rs, row) -> new Said(rs.getString("slug"), rs.getString("name"), rs.getString("uptake"),
					rs.getInt("claims")))
			.list());
	}

}
