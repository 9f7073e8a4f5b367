package org.catena.article;

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
