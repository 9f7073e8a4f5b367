package org.catena.editing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which key chooses which value while claims are marked: a letter of its word where one
 * is free. No two have the same key, nor one of those that move about: j, k, g, w, b, f.
 */
final class MarkingKeys {

	private static final Map<String, String> KEYS = new LinkedHashMap<>();

	static {
		put("kind", "descriptive d evaluative e predictive p normative n");
		put("stance", "supports s opposes o mixed x neutral u");
		put("target", "plan 1 point 2 mediators 3 process 4 ukraine_position 5 russia_position 6 europe_role 7");
		put("aspect", "origin i content c acceptability a consequences q mediators m process r");
		put("certainty", "asserted t hedged h alleged l");
		put("version", "original 8 revised 9 unspecified 0");
		put("uptake", "endorses y reports v rejects z");
	}

	private MarkingKeys() {
	}

	/** The key of a value. */
	static String of(String field, String value) {
		return KEYS.getOrDefault(field + " " + value, "");
	}

	private static void put(String field, String values) {
		String[] words = values.split(" ");
		for (int i = 0; i < words.length; i += 2) {
			KEYS.put(field + " " + words[i], words[i + 1]);
		}
	}

}
