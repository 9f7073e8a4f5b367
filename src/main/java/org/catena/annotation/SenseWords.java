package org.catena.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers, and English words that deny: a change of one of them is small by its letters
 * and may turn what is claimed.
 */
final class SenseWords {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.,][\\p{L}\\p{M}\\p{N}]+)*");

	private static final Set<String> DENYING = Set.of("no", "not", "nor", "neither", "never", "none", "nobody",
			"nothing", "nowhere", "without", "cannot", "hardly", "unless");

	private SenseWords() {
	}

	/** Whether two texts have the same of these words in the same order. */
	static boolean same(String one, String other) {
		return of(one).equals(of(other));
	}

	private static List<String> of(String text) {
		return WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((word) -> word.replace('’', '\'').toLowerCase(Locale.ROOT))
			.filter((word) -> DENYING.contains(word) || word.endsWith("n't")
					|| word.codePoints().anyMatch(Character::isDigit))
			.toList();
	}

}
