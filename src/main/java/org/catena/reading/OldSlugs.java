package org.catena.reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the things are that once had other names in addresses.
 */
@Component
class OldSlugs {

	private final JdbcClient jdbc;

	OldSlugs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Says why there is no article.
	 * @param slug the slug that no published article has
	 * @param address its address, with {@code %s} for its current slug
	 */
	RuntimeException article(String slug, String address) {
		return moved("select a.slug from old_slug o join article a on a.id = o.article_id where o.slug = :slug", slug,
				address, "article " + slug);
	}

	/**
	 * Says why there is no source.
	 * @param slug the slug that no source has
	 * @param address its address, with {@code %s} for its current slug
	 */
	RuntimeException source(String slug, String address) {
		return moved("select s.slug from old_source_slug o join source s on s.id = o.source_id where o.slug = :slug",
				slug, address, "source " + slug);
	}

	/**
	 * Says why there is no person or body.
	 * @param slug the slug that no agent has
	 * @param address its address, with {@code %s} for its current slug
	 */
	RuntimeException agent(String slug, String address) {
		return moved("select a.slug from old_agent_slug o join agent a on a.id = o.agent_id where o.slug = :slug", slug,
				address, "agent " + slug);
	}

	private RuntimeException moved(String sql, String slug, String address, String what) {
		return this.jdbc.sql(sql)
			.param("slug", slug)
			.query(String.class)
			.optional()
			.<RuntimeException>map((current) -> new Moved(address.replace("%s", current)))
			.orElseGet(() -> new NotFound(what));
	}

}
