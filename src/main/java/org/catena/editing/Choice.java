package org.catena.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One value that a field offers.
 *
 * @param value what is sent
 * @param label what is read
 */
record Choice(String value, String label) {

	/** Words of value lists that read otherwise on pages. */
	private static final Map<String, String> LABELS = Map.of("printed", "Printed in the text", "public_page",
			"On a public page", "inferred", "Inferred (say from what)", "unknown", "Unknown", "general_knowledge",
			"General knowledge", "ukraine_position", "Ukraine’s position", "russia_position", "Russia’s position",
			"europe_role", "Europe’s role");

	/** The words of a value list, in its order. */
	static <E extends Enum<E>> List<Choice> of(Class<E> type) {
		return Arrays.stream(type.getEnumConstants()).map((constant) -> {
			String word = constant.name().toLowerCase(Locale.ROOT);
			String label = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
			return new Choice(word, LABELS.getOrDefault(word, label));
		}).toList();
	}

}
