package org.catena.annotation;

import org.catena.article.TextSpan;

/**
 * What came of looking for a quote in a text.
 */
public sealed interface Anchored {

	/** The quote stands at exactly one place. */
	record At(TextSpan span) implements Anchored {
	}

	/**
	 * The quote stands nowhere.
	 *
	 * @param wordsOccur whether its words occur, but not between its prefix and suffix
	 */
	record NotFound(boolean wordsOccur) implements Anchored {
	}

	/**
	 * The quote stands at more than one place.
	 *
	 * @param places how many, counted up to {@link Anchoring#MOST_PLACES}
	 */
	record Ambiguous(int places) implements Anchored {
	}

}
