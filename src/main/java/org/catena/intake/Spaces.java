package org.catena.intake;

import java.util.regex.Pattern;

import org.catena.article.ArticleText;

/** White space, of which a line has one at a time and none at its ends. */
final class Spaces {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}&&[^\\u00A0\\u202F]]++");

	private Spaces() {
	}

	/**
	 * A line in the characters of the archive; no-break spaces between words stay, soft
	 * hyphens and joiners of no width go.
	 */
	static String collapse(String text) {
		String one = SPACES.matcher(ArticleText.normalise(text.replaceAll("[\\u200B\\u2060\\u00AD]", "")))
			.replaceAll(" ");
		return one.replaceAll("^[ \\u00A0\\u202F]+|(?<![ \\u00A0\\u202F])[ \\u00A0\\u202F]++$", "");
	}

}
