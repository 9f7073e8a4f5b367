package org.catena.article;

/**
 * The beginning of a text where there is no room for all of it, cut between code points,
 * so that no character is halved.
 */
public final class Brief {

	/** Code points of what somebody typed that a sentence repeats. */
	public static final int TYPED = 60;

	private Brief() {
	}

	/** What somebody typed, so far as a sentence repeats it. */
	public static String of(String typed) {
		return of(typed, TYPED);
	}

	/**
	 * The beginning of a text, with an ellipsis where that is not all.
	 * @param text the text
	 * @param most code points at most, without the ellipsis
	 */
	public static String of(String text, int most) {
		return (text.codePointCount(0, text.length()) <= most) ? text
				: text.substring(0, text.offsetByCodePoints(0, most)) + "…";
	}

}
