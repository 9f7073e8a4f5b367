package org.catena.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A query of words without operators. Punctuation is none, and in a pasted sentence
 * neither are quotation marks and brackets.
 *
 * @param words the words, as typed
 * @param notes what was read otherwise than in a short query
 */
record PlainWords(List<String> words, List<String> notes) {

	/**
	 * Words of a query that is no longer than what people type to find all of them. In
	 * more words, of a sentence or a question, hardly an article has all.
	 */
	static final int MOST_TYPED = 6;

	/** What would be read as a pattern or a misspelt word. */
	private static final Pattern OPERATOR = Pattern.compile(".*(\\*|\\?[\\p{L}\\p{N}*?]|[\\p{L}\\p{N}]~\\d*$).*",
			Pattern.DOTALL);

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’.]+");

	static @Nullable PlainWords find(List<Token> tokens) {
		List<String> words = new ArrayList<>();
		int bare = 0;
		boolean quoted = false;
		boolean bracketed = false;
		for (Token token : tokens) {
			if (token instanceof Token.Plain plain && !OPERATOR.matcher(plain.text()).matches()) {
				words.add(plain.text());
				bare++;
			}
			else if (token instanceof Token.Quoted quote && quote.slop() == 0) {
				words.addAll(List.of(quote.text().strip().split("\\s+")));
				quoted = true;
			}
			else if (token instanceof Token.Open || token instanceof Token.Close) {
				bracketed = true;
			}
			else {
				return null;
			}
		}
		if (quoted || bracketed) {
			return (bare > MOST_TYPED)
					? new PlainWords(apart(words), quoted
							? List.of("In a query as long as a sentence, quotation marks are punctuation.") : List.of())
					: null;
		}
		return (bare > 0) ? new PlainWords((bare > MOST_TYPED) ? apart(words) : words, List.of()) : null;
	}

	/** Whether it is a sentence or a question rather than words to find. */
	boolean isLong() {
		return this.words.size() > MOST_TYPED;
	}

	/** Whether everything is in capitals, so that they emphasise nothing. */
	boolean isShouted() {
		return this.words.stream().noneMatch((word) -> word.chars().anyMatch(Character::isLowerCase));
	}

	/** 28-point is two words in a sentence, and a phrase where all words are wanted. */
	private static List<String> apart(List<String> words) {
		return words.stream().flatMap(BETWEEN_WORDS::splitAsStream).filter((word) -> !word.isEmpty()).toList();
	}

}
