package org.catena.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as lists of words, for comparing them: runs of letters and digits in lower case;
 * characters of scripts that do not part words count one by one.
 */
final class Words {

	private static final String UNPARTED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";

	private static final Pattern WORD = Pattern
		.compile("[" + UNPARTED + "]|[\\p{L}\\p{N}\\p{M}&&[^" + UNPARTED + "]]++");

	private Words() {
	}

	static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			words.add(word.group().toLowerCase(Locale.ROOT));
		}
		return words;
	}

	/** How often each word occurs. */
	static Map<String, Integer> counts(String text) {
		Map<String, Integer> counts = new HashMap<>();
		of(text).forEach((word) -> counts.merge(word, 1, Integer::sum));
		return counts;
	}

	/**
	 * How much of the words of one text stand in another, by their length.
	 * @param known the text in which they may stand
	 * @param text the text whose words are looked up
	 * @return from 0 to 1; 0 where one of them has no words
	 */
	static double likeness(String known, String text) {
		List<String> words = of(text);
		List<String> others = of(known);
		if (words.isEmpty() || others.isEmpty()) {
			return 0;
		}
		int unknown = words.stream()
			.filter((word) -> !others.contains(word))
			.mapToInt((word) -> word.length() + 1)
			.sum();
		return 1 - unknown / (double) words.stream().mapToInt((word) -> word.length() + 1).sum();
	}

}
