package org.catena.search;

import java.util.List;

import org.catena.annotation.Stance;
import org.catena.article.TextSpan;
import org.catena.search.ClaimHit.PointLink;
import org.jspecify.annotations.Nullable;

/**
 * A line of a concordance: an occurrence with what stands before and after it.
 *
 * @param left the text before it, a few words
 * @param match the occurrence as it is written
 * @param right the text after it, a few words
 * @param number which occurrence of its article it is, from 1; 0 where claims are
 * searched
 * @param span where it stands in the article's current text; null in the quote of a claim
 * whose words are not there as quoted
 * @param articleSlug its article's name in addresses
 * @param articleTitle its article's title
 * @param sourceSlug its article's source's name in addresses
 * @param source its article's source
 * @param date when the article appeared, in EDTF
 * @param claims the claims in which it lies, as they begin; where claims are searched,
 * that one
 */
public record Line(String left, String match, String right, int number, @Nullable TextSpan span, String articleSlug,
		String articleTitle, String sourceSlug, String source, @Nullable String date, List<LineClaim> claims) {

	/**
	 * A claim in which an occurrence lies.
	 *
	 * @param key its permanent id
	 * @param stance of the claimant
	 * @param points the points that it is linked to
	 */
	public record LineClaim(String key, Stance stance, List<PointLink> points) {

		/** Its name within the article, {@code c07} for instance. */
		public String place() {
			return this.key.substring(this.key.indexOf('/') + 1);
		}

	}

}
