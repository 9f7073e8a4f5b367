package org.catena.annotation;

import org.catena.article.ArticleText;
import org.jspecify.annotations.Nullable;

/**
 * Words of a text, with enough of what stands around them to tell them from the same
 * words elsewhere, as the W3C's TextQuoteSelector has it. The three parts are brought to
 * the characters of the archive (NFC, line feeds).
 *
 * @param exact the words, verbatim
 * @param prefix what stands immediately before
 * @param suffix what stands immediately after
 */
public record TextQuote(String exact, @Nullable String prefix, @Nullable String suffix) {

	/** Characters that each part may have at most. */
	public static final int LONGEST = 10_000;

	public TextQuote {
		exact = ArticleText.normalise(exact);
		prefix = (prefix != null) ? ArticleText.normalise(prefix) : null;
		suffix = (suffix != null) ? ArticleText.normalise(suffix) : null;
	}

}
