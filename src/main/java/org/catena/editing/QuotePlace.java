package org.catena.editing;

import org.catena.annotation.Anchored;
import org.catena.annotation.Anchoring;
import org.catena.annotation.TextQuote;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Where a quote stands in a text that is not published yet.
 *
 * @param number of the claim among those of its kind, from 1
 * @param name how the claim is called
 * @param exact the quote
 * @param anchored what came of looking for it
 */
record QuotePlace(int number, String name, String exact, Anchored anchored) {

	static QuotePlace of(int number, String name, TextQuote quote, String text) {
		return new QuotePlace(number, name, quote.exact(), Anchoring.anchor(quote, text));
	}

	/** The quote of a claim as typed: white space around the words is no part of it. */
	static TextQuote quote(ClaimForm claim) {
		return new TextQuote(claim.exact().strip(), claim.prefix().isEmpty() ? null : claim.prefix(),
				claim.suffix().isEmpty() ? null : claim.suffix());
	}

	public boolean isFound() {
		return this.anchored instanceof Anchored.At;
	}

	@Nullable TextSpan span() {
		return (this.anchored instanceof Anchored.At at) ? at.span() : null;
	}

	/** What to do where it was not found at one place. */
	public String sentence() {
		if (this.anchored instanceof Anchored.Ambiguous ambiguous) {
			return "The quote stands in the text " + ambiguous.places()
					+ " times. Add words before or after it, at least " + Anchoring.CONTEXT
					+ " characters, that only one place has.";
		}
		if (this.anchored instanceof Anchored.NotFound notFound) {
			return notFound.wordsOccur()
					? "The words are in the text, but not with these words before and after. Copy all from the text."
					: "The quote is not in the text. Copy it from the text, character for character.";
		}
		return "";
	}

}
