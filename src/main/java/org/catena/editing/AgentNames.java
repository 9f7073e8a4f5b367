package org.catena.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds agents by what people type: a slug, an authorised name or a variant, in this
 * order, whatever the case.
 */
final class AgentNames {

	private final Map<String, Set<String>> authorised = new HashMap<>();

	private final Map<String, Set<String>> variants = new HashMap<>();

	private final Set<String> slugs = new TreeSet<>();

	AgentNames(JdbcClient jdbc) {
		jdbc.sql("select slug, name from agent").query((row) -> {
			this.slugs.add(row.getString("slug"));
			put(this.authorised, row.getString("name"), row.getString("slug"));
		});
		jdbc.sql("select agent.slug, agent_variant.name from agent_variant join agent on agent.id = agent_id")
			.query((row) -> {
				put(this.variants, row.getString("name"), row.getString("slug"));
			});
	}

	/** The slugs of those who are called so: none, one, or several. */
	List<String> find(String name) {
		String typed = key(name);
		if (this.slugs.contains(typed)) {
			return List.of(typed);
		}
		Set<String> found = this.authorised.containsKey(typed) ? this.authorised.get(typed)
				: this.variants.getOrDefault(typed, Set.of());
		return List.copyOf(found);
	}

	/** Notes that somebody new has a name. */
	void add(String name, String slug) {
		this.slugs.add(slug);
		put(this.authorised, name, slug);
	}

	/** A name by which {@link #find} finds exactly this agent. */
	String nameOf(String slug, String name) {
		return find(name).equals(List.of(slug)) ? name : slug;
	}

	private static void put(Map<String, Set<String>> names, String name, String slug) {
		names.computeIfAbsent(key(name), (added) -> new TreeSet<>()).add(slug);
	}

	private static String key(String name) {
		return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
