package org.catena.suggestion;

import java.util.List;

/**
 * What is likely of a passage.
 *
 * @param points likely points, likeliest first
 * @param similar the claims that resemble it most
 * @param withoutPoint how many of these are linked to no point
 */
public record Suggested(List<SuggestedPoint> points, List<SimilarClaim> similar, int withoutPoint) {

	/** Nothing is likely. */
	public static final Suggested NOTHING = new Suggested(List.of(), List.of(), 0);

	/**
	 * A likely point, and why.
	 *
	 * @param number from 1
	 * @param title a few words
	 * @param words of the passage that speak for it
	 * @param claims that resemble the passage and are linked to the point
	 * @param before whether a claim shortly before it in the text is linked to the point
	 */
	public record SuggestedPoint(int number, String title, List<String> words, List<SimilarClaim> claims,
			boolean before) {
	}

}
