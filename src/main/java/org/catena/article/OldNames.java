package org.catena.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slugs of sources and agents that were merged into others, and of articles that were
 * given another. Files and forms that still name them mean the one that stayed.
 */
@Component
public class OldNames {

	private final JdbcClient jdbc;

	OldNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The slug that a source has now; the same where it was not merged. */
	public String source(String slug) {
		return this.jdbc
			.sql("select s.slug from old_source_slug o join source s on s.id = o.source_id where o.slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.optional()
			.orElse(slug);
	}

	/** The slugs that sources have now, by those of them that were merged. */
	public Map<String, String> sources(Collection<String> slugs) {
		return current("select o.slug as old, s.slug from old_source_slug o join source s on s.id = o.source_id",
				slugs);
	}

	/** The slugs that agents have now, by those of them that were merged. */
	public Map<String, String> agents(Collection<String> slugs) {
		return current("select o.slug as old, a.slug from old_agent_slug o join agent a on a.id = o.agent_id", slugs);
	}

	private Map<String, String> current(String sql, Collection<String> slugs) {
		Map<String, String> current = new HashMap<>();
		this.jdbc.sql(sql + " where o.slug = any(:slugs)").param("slugs", slugs.toArray(String[]::new)).query((row) -> {
			current.put(row.getString("old"), row.getString("slug"));
		});
		return current;
	}

	/** The slug that an agent has now; the same where it was not merged. */
	public String agent(String slug) {
		return this.jdbc
			.sql("select a.slug from old_agent_slug o join agent a on a.id = o.agent_id where o.slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.optional()
			.orElse(slug);
	}

	/** The slug that an article has now; the same where it was never given another. */
	public String article(String slug) {
		return this.jdbc.sql("select a.slug from old_slug o join article a on a.id = o.article_id where o.slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.optional()
			.orElse(slug);
	}

}
