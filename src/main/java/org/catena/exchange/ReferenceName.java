package org.catena.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.exchange.ArticleRecord.AgentName;
import org.jspecify.annotations.Nullable;

/**
 * A name as reference managers write it. The archive has names as one reads them; of a
 * person's, the last word is taken for the family name, with the small words before it.
 *
 * @param family the family name; the whole name where it has no parts
 * @param given the given names, if it has parts
 */
record ReferenceName(String family, @Nullable String given) {

	private static final List<String> SUFFIXES = List.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

	static ReferenceName of(AgentName agent) {
		String name = agent.name().replaceAll("\\s+", " ").strip();
		List<String> words = Arrays.asList(name.split(" "));
		if (!agent.kind().equals("person") || words.size() < 2 || name.indexOf(',') >= 0) {
			return new ReferenceName(name, null);
		}
		int from = words.size() - 1;
		if (SUFFIXES.contains(words.get(from).toLowerCase(java.util.Locale.ROOT)) && from > 1) {
			from--;
		}
		while (from > 1 && Character.isLowerCase(words.get(from - 1).codePointAt(0))) {
			from--;
		}
		return new ReferenceName(String.join(" ", words.subList(from, words.size())),
				String.join(" ", words.subList(0, from)));
	}

	/** Family name first, with a comma. */
	String inverted() {
		return (this.given != null) ? this.family + ", " + this.given : this.family;
	}

	/** As a name of CSL. */
	Map<String, Object> csl() {
		Map<String, Object> name = new LinkedHashMap<>();
		if (this.given != null) {
			name.put("family", this.family);
			name.put("given", this.given);
		}
		else {
			name.put("literal", this.family);
		}
		return name;
	}

}
