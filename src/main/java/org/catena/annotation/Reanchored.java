package org.catena.annotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a claim when its text is corrected.
 *
 * @param state how it stands in the new text
 * @param place its place there, counted in code points; null for an orphan
 * @param likeness of the words there to the quote, from 0 to 1; that of the best
 * candidate for an orphan
 * @param obstacle why it waits for an editor; null unless it is an orphan
 * @param candidates the places that come into question, the likeliest first; the one that
 * was taken where one was
 */
public record Reanchored(AnchoringState state, @Nullable TextSpan place, double likeness, @Nullable Obstacle obstacle,
		List<Candidate> candidates) {

	/** The likeness with two decimals, for the record; rounded down, so never 1. */
	BigDecimal score() {
		return score(this.likeness);
	}

	static BigDecimal score(double likeness) {
		return BigDecimal.valueOf(likeness).setScale(2, RoundingMode.DOWN);
	}

	/**
	 * A place that may be the claim's.
	 *
	 * @param place where, in code points
	 * @param words what stands there
	 * @param likeness of these words to the quote, from 0 to 1
	 * @param before likeness of what stands before, from 0 to 1
	 * @param after likeness of what stands after, from 0 to 1
	 * @param elsewhere whether the words stood there before the correction already, and
	 * so are other words than the claim's
	 */
	public record Candidate(TextSpan place, String words, double likeness, double before, double after,
			boolean elsewhere) {

		/** By which candidates are compared: the words weigh as much as both sides. */
		double rank() {
			return 0.5 * this.likeness + 0.25 * this.before + 0.25 * this.after;
		}

		boolean agrees() {
			return Math.max(this.before, this.after) >= Reanchoring.LEAST_CONTEXT;
		}

	}

	/** Why a program must not decide where a claim stands. */
	public enum Obstacle {

		/** Nothing in the text is like the quote. */
		GONE,
		/** The likeliest words are not like enough. */
		UNLIKE,
		/** The words stand in other surroundings on both sides. */
		SURROUNDINGS,
		/** Another place is about as likely. */
		RIVAL,
		/** The words stood elsewhere in the text before. */
		ELSEWHERE,
		/** A number, or a word that denies, is not the same. */
		SENSE

	}

}
