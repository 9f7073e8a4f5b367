package org.catena.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Term;

/**
 * Which words are spellings of the same name. Spellings alone: a query for a country is
 * not one for its capital.
 */
final class Spellings {

	/** Letters that two spellings may differ by, in Levenshtein's count. */
	static final int FARTHEST = 2;

	/** Letters that a name must have at least: {@code us} is not a spelling of USA. */
	static final int SHORTEST = 4;

	/** Ways to spell a phrase that are searched for at most. */
	private static final int MOST_WAYS = 8;

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

	private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|(?:['’][sS])?[^\\p{L}\\p{N}]*$");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

	/** By each spelling's key, all spellings of the name. */
	private final Map<String, Set<String>> groups = new TreeMap<>();

	/**
	 * Learns the spellings of a name from the forms of a person's name: of their words,
	 * those that are alike.
	 * @param names the authorised name and its variants
	 */
	void learn(List<String> names) {
		Map<String, String> words = new TreeMap<>();
		for (String name : names) {
			for (String word : SPACES.split(name)) {
				String bare = EDGES.matcher(word).replaceAll("");
				if (bare.length() >= SHORTEST && bare.codePoints().allMatch(Character::isLetter)) {
					words.putIfAbsent(key(bare), bare);
				}
			}
		}
		List<String> keys = new ArrayList<>(words.keySet());
		for (int i = 0; i < keys.size(); i++) {
			for (int j = i + 1; j < keys.size(); j++) {
				if (areAlike(keys.get(i), keys.get(j))) {
					join(List.of(words.get(keys.get(i)), words.get(keys.get(j))));
				}
			}
		}
	}

	/** Takes words to be spellings of one name. */
	void join(List<String> spellings) {
		Set<String> group = new LinkedHashSet<>();
		spellings.forEach((spelling) -> group.addAll(this.groups.getOrDefault(key(spelling), Set.of(spelling))));
		group.forEach((spelling) -> this.groups.put(key(spelling), group));
	}

	/** The other spellings of a word, if it is a name. */
	List<String> of(String word) {
		String key = key(EDGES.matcher(word).replaceAll(""));
		return this.groups.getOrDefault(key, Set.of())
			.stream()
			.filter((spelling) -> !key(spelling).equals(key))
			.toList();
	}

	/** Adds the other spellings to a query. */
	QueryNode spell(QueryNode node) {
		return node.map(this::spelt);
	}

	private Term spelt(Term term) {
		boolean written = term.form() == Form.WORD || term.form() == Form.PHRASE;
		return written ? term.with(ways(term.text())) : term;
	}

	/** The other ways to spell words, of which each can be a name. */
	private List<String> ways(String text) {
		List<String> ways = new ArrayList<>(List.of(""));
		int at = 0;
		Matcher words = WORD.matcher(text);
		while (words.find()) {
			List<String> spellings = new ArrayList<>(List.of(words.group()));
			spellings.addAll(of(words.group()));
			String between = text.substring(at, words.start());
			List<String> longer = new ArrayList<>();
			for (String spelling : spellings) {
				ways.forEach((beginning) -> longer.add(beginning + between + spelling));
			}
			ways = longer.subList(0, Math.min(longer.size(), MOST_WAYS));
			at = words.end();
		}
		String rest = text.substring(at);
		return ways.stream().map((way) -> way + rest).filter((way) -> !way.equals(text)).distinct().toList();
	}

	private static boolean areAlike(String one, String other) {
		int farthest = Math.min(FARTHEST, Math.min(one.length(), other.length()) / 3);
		return one.charAt(0) == other.charAt(0) && distance(one, other) <= farthest;
	}

	/** Levenshtein's distance. */
	static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	/** A word without case and accents. */
	static String key(String word) {
		return Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
	}

}
