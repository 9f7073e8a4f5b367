package org.catena.annotation;

import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text span of a text quote. A quote is anchored only where it stands word for
 * word, and only when that is one place: anything else is for an editor to decide.
 */
public final class Anchoring {

	/** Places of an ambiguous quote that are counted at most. */
	public static final int MOST_PLACES = 100;

	/**
	 * Code points of context that make up a prefix or suffix, where the text has them.
	 */
	public static final int CONTEXT = 32;

	private Anchoring() {
	}

	/**
	 * Looks for a quote.
	 * @param quote the quote
	 * @param text the text of an article version
	 * @return the one place, counted in code points, or why there is none
	 */
	public static Anchored anchor(TextQuote quote, String text) {
		String exact = quote.exact();
		if (exact.isEmpty() || exact.length() > TextQuote.LONGEST) {
			return new Anchored.NotFound(false);
		}
		int found = -1;
		int places = 0;
		boolean wordsOccur = false;
		for (int at = text.indexOf(exact); at >= 0 && places < MOST_PLACES; at = text.indexOf(exact, at + 1)) {
			wordsOccur = true;
			if (precedes(quote.prefix(), text, at) && follows(quote.suffix(), text, at + exact.length())) {
				places++;
				found = at;
			}
		}
		if (places == 0) {
			return new Anchored.NotFound(wordsOccur);
		}
		if (places > 1) {
			return new Anchored.Ambiguous(places);
		}
		int start = text.codePointCount(0, found);
		return new Anchored.At(new TextSpan(start, start + exact.codePointCount(0, exact.length())));
	}

	/**
	 * Makes a quote of the words under a span, with context on both sides.
	 * @param span a span of the text
	 * @param text the text
	 * @return the quote, which {@link #anchor} finds again unless the text repeats itself
	 * over more than {@value #CONTEXT} code points
	 */
	public static TextQuote quote(TextSpan span, String text) {
		return quote(span, text, CONTEXT);
	}

	/**
	 * Makes a quote of the words under a span.
	 * @param span a span of the text
	 * @param text the text
	 * @param context code points on each side, where the text has them
	 */
	public static TextQuote quote(TextSpan span, String text, int context) {
		int from = text.offsetByCodePoints(0, span.start());
		int to = text.offsetByCodePoints(from, span.length());
		int before = Math.min(span.start(), context);
		int after = Math.min(text.codePointCount(to, text.length()), context);
		return new TextQuote(text.substring(from, to), text.substring(text.offsetByCodePoints(from, -before), from),
				text.substring(to, text.offsetByCodePoints(to, after)));
	}

	private static boolean precedes(@Nullable String prefix, String text, int at) {
		return prefix == null || text.startsWith(prefix, at - prefix.length());
	}

	private static boolean follows(@Nullable String suffix, String text, int end) {
		return suffix == null || text.startsWith(suffix, end);
	}

}
