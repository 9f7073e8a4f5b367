package org.catena.editing;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds in the archive the source and the agents that a piece names: a source by its
 * name, a variant of it, or the host of its website.
 */
final class KnownSources {

	private final Map<String, String> slugs = new HashMap<>();

	private final Map<String, String> hosts = new HashMap<>();

	private final AgentNames agents;

	KnownSources(JdbcClient jdbc) {
		jdbc.sql("""
				select slug, source_variant.name, website
				from source left join source_variant on source_variant.source_id = source.id""").query((row) -> {
			add(row.getString("slug"), row.getString("name"), row.getString("website"));
		});
		jdbc.sql("select slug, name from source").query((row) -> {
			this.slugs.put(key(row.getString("name")), row.getString("slug"));
		});
		this.agents = new AgentNames(jdbc);
	}

	private void add(String slug, @Nullable String variant, @Nullable String website) {
		if (variant != null) {
			this.slugs.putIfAbsent(key(variant), slug);
		}
		if (website != null && !host(website).isEmpty()) {
			this.hosts.putIfAbsent(host(website), slug);
		}
	}

	/**
	 * The source as a form has it: one of the archive, or a new one.
	 * @param name its name
	 * @param url the address of a piece that it published
	 */
	SourceForm find(String name, String url) {
		String slug = this.slugs.getOrDefault(key(name), this.hosts.get(host(url)));
		if (slug != null) {
			return new SourceForm(slug, "", "", "", BasisForm.EMPTY);
		}
		String website = host(url).isEmpty() ? "" : "https://" + host(url) + "/";
		return new SourceForm("", name, website, "", BasisForm.EMPTY);
	}

	boolean knowsAgent(String name) {
		return !this.agents.find(name).isEmpty();
	}

	private static String host(String url) {
		try {
			String host = URI.create(url.replaceAll("[?#].*", "")).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static String key(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
