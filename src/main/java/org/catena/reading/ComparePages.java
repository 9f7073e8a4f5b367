package org.catena.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.catena.annotation.Stance;
import org.catena.reading.ComparePage.Choice;
import org.catena.reading.ComparePage.Of;
import org.catena.reading.ComparePage.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads comparisons, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class ComparePages {

	/** Choices that are listed at most; any other can be compared by its address. */
	static final int MOST_CHOICES = 200;

	private final JdbcClient jdbc;

	private final ClaimRows claims;

	private final RelationRows relations;

	private final OldSlugs oldSlugs;

	ComparePages(JdbcClient jdbc, ClaimRows claims, RelationRows relations, OldSlugs oldSlugs) {
		this.jdbc = jdbc;
		this.oldSlugs = oldSlugs;
		this.claims = claims;
		this.relations = relations;
	}

	/**
	 * Reads a comparison.
	 * @param of what is compared
	 * @param left the slug of the one side, or null
	 * @param right the slug of the other, or null
	 * @return the page
	 * @throws NotFound when something is named that does not exist
	 * @throws Moved when something is named as it once was
	 */
	ComparePage compare(Of of, @Nullable String left, @Nullable String right) {
		Side leftSide = side(of, left, (right != null) ? "&right=" + encoded(right) : "", "left");
		Side rightSide = side(of, right, (left != null) ? "&left=" + encoded(left) : "", "right");
		boolean both = leftSide != null && rightSide != null;
		return ComparePage.of(of, choices(of), leftSide, rightSide,
				both ? this.relations.between(leftSide.claims(), rightSide.claims()) : List.of());
	}

	private List<Choice> choices(Of of) {
		String sql = switch (of) {
			case ARTICLES -> """
					select a.slug, s.name || ': ' || coalesce(a.title, a.supplied_title) as name
					from article a join source s on s.id = a.source_id where a.state = 'published'
					order by a.date_latest desc nulls last, a.id desc limit :most""";
			case SOURCES -> """
					select slug, name from (
					  select s.slug, s.name from source s join article a on a.source_id = s.id and a.state = 'published'
					  group by s.slug, s.name order by count(*) desc, s.slug limit :most) most order by name, slug""";
			case AGENTS -> """
					select slug, name from (
					  select g.slug, g.name from agent g join shown_claim c on c.claimant_id = g.id
					  group by g.slug, g.name order by count(*) desc, g.slug limit :most) most order by name, slug""";
		};
		return this.jdbc.sql(sql)
			.param("most", MOST_CHOICES)
			.query((rs, row) -> new Choice(rs.getString("slug"), rs.getString("name")))
			.list();
	}

	private @Nullable Side side(Of of, @Nullable String slug, String other, String parameter) {
		if (slug == null || slug.isBlank()) {
			return null;
		}
		record Named(long id, String name) {
		}
		String sql = switch (of) {
			case ARTICLES -> """
					select a.id, coalesce(a.title, a.supplied_title) as name from article a
					where a.slug = :slug and a.state = 'published'""";
			case SOURCES -> "select id, name from source where slug = :slug";
			case AGENTS -> "select id, name from agent where slug = :slug";
		};
		Named named = this.jdbc.sql(sql)
			.param("slug", slug)
			.query((rs, row) -> new Named(rs.getLong("id"), rs.getString("name")))
			.optional()
			.orElseThrow(() -> {
				String address = "/compare?of=" + of.word() + other + "&" + parameter + "=%s";
				return switch (of) {
					case ARTICLES -> this.oldSlugs.article(slug, address);
					case SOURCES -> this.oldSlugs.source(slug, address);
					case AGENTS -> this.oldSlugs.agent(slug, address);
				};
			});
		List<ClaimRow> made = switch (of) {
			case ARTICLES -> this.claims.ofArticle(named.id());
			case SOURCES -> this.claims.ofSource(named.id());
			case AGENTS -> this.claims.ofClaimant(named.id());
		};
		return new Side(slug, named.name(), "/" + of.word() + "/" + slug, made, stances(of, named.id()));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** Counted over all claims, also those that are too many to be read. */
	private StanceCounts stances(Of of, long id) {
		String where = switch (of) {
			case ARTICLES -> "c.article_id = :id";
			case SOURCES -> "a.source_id = :id";
			case AGENTS -> "c.claimant_id = :id";
		};
		Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
		this.jdbc.sql("""
				select c.stance, count(*) as claims from shown_claim c join article a on a.id = c.article_id
				where %s group by c.stance""".formatted(where)).param("id", id).query((rs) -> {
			counts.put(StanceCounts.stance(rs.getString("stance")), rs.getInt("claims"));
		});
		return new StanceCounts(counts);
	}

}
