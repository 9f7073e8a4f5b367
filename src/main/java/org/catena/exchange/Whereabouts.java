package org.catena.exchange;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says why there is nothing at an address: moved, withdrawn, or never there.
 */
@Component
class Whereabouts {

	private final JdbcClient jdbc;

	Whereabouts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Why no published article has a slug.
	 * @param slug the slug
	 * @param address the address with the current slug put for {@code %s}
	 */
	NotHere ofArticle(String slug, String address) {
		Optional<String> current = this.jdbc.sql("""
				select a.slug from old_slug o join article a on a.id = o.article_id where o.slug = ?""")
			.param(slug)
			.query(String.class)
			.optional();
		if (current.isPresent()) {
			return new NotHere(HttpStatus.MOVED_PERMANENTLY, "The article has another address.",
					address.formatted(current.get()));
		}
		return this.jdbc.sql("select withdrawn_reason from article where slug = ? and state = 'withdrawn'")
			.param(slug)
			.query(String.class)
			.optional()
			.map((reason) -> new NotHere(HttpStatus.GONE, "The article was withdrawn: " + reason, null))
			.orElseGet(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no article " + slug + ".", null));
	}

	/** Why no claim that is shown has an id. */
	NotHere ofClaim(String key) {
		return this.jdbc
			.sql("""
					select coalesce(c.withdrawn_reason, a.withdrawn_reason) from claim c join article a on a.id = c.article_id
					where c.key = ? and coalesce(c.withdrawn_reason, a.withdrawn_reason) is not null""")
			.param(key)
			.query(String.class)
			.optional()
			.map((reason) -> new NotHere(HttpStatus.GONE, "The claim was withdrawn: " + reason, null))
			.orElseGet(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no claim " + key + ".", null));
	}

	/**
	 * Why no source has a slug.
	 * @param slug the slug
	 * @param address the address with the current slug put for {@code %s}
	 */
	NotHere ofSource(String slug, String address) {
		return ofName("select s.slug from old_source_slug o join source s on s.id = o.source_id where o.slug = ?", slug,
				address, "There is no source " + slug + ".");
	}

	/**
	 * Why no person or body has a slug.
	 * @param slug the slug
	 * @param address the address with the current slug put for {@code %s}
	 */
	NotHere ofAgent(String slug, String address) {
		return ofName("select g.slug from old_agent_slug o join agent g on g.id = o.agent_id where o.slug = ?", slug,
				address, "There is no person or body " + slug + ".");
	}

	private NotHere ofName(String merged, String slug, String address, String never) {
		return this.jdbc.sql(merged)
			.param(slug)
			.query(String.class)
			.optional()
			.map((current) -> new NotHere(HttpStatus.MOVED_PERMANENTLY, "It was merged with " + current + ".",
					address.formatted(current)))
			.orElseGet(() -> new NotHere(HttpStatus.NOT_FOUND, never, null));
	}

}
