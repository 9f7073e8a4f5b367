package org.catena.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much two texts have in common, by their runs of {@value #WORDS} words (Broder,
 * 1997).
 */
public final class Shingles {

	/** Words of a run: enough that two texts hardly share one by chance. */
	public static final int WORDS = 5;

	private Shingles() {
	}

	/**
	 * The share of a text's runs of words that stand in another text too.
	 * @return from 0 to 1; 0 for a text that has fewer words than a run
	 */
	public static double contained(String text, String other) {
		Set<List<String>> runs = of(text);
		if (runs.isEmpty()) {
			return 0;
		}
		Set<List<String>> others = of(other);
		return runs.stream().filter(others::contains).count() / (double) runs.size();
	}

	private static Set<List<String>> of(String text) {
		List<String> words = Words.of(text);
		Set<List<String>> runs = new HashSet<>();
		for (int i = 0; i + WORDS <= words.size(); i++) {
			runs.add(words.subList(i, i + WORDS));
		}
		return runs;
	}

}
