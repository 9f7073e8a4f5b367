package org.catena.search;

/**
 * Something that can be meant.
 *
 * @param kind what it is
 * @param text the query, or the name
 * @param value the word; or the name in addresses, of a point with its plan,
 * {@code 28-point-plan/7}
 */
public record Suggestion(Kind kind, String text, String value) {

	/** What is suggested. */
	public enum Kind {

		/** A query whose last word is completed. */
		WORD,
		/** A person or body. */
		AGENT,
		/** A publication. */
		SOURCE,
		/** A point of a plan. */
		POINT

	}

}
