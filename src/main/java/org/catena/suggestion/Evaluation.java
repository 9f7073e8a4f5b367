package org.catena.suggestion;

import java.util.List;
import java.util.Map;

/**
 * How good suggestions about a plan are: each article in turn is left out, and its claims
 * are compared with what the others make likely.
 *
 * @param plan the plan's slug
 * @param claims how many claims were learned from
 * @param articles by article, what editors are shown
 * @param methods over all articles, by method
 * @param overlooked how well sentences that look like claims are told from others
 */
public record Evaluation(String plan, int claims, List<OfArticle> articles, Map<Method, Recall> methods,
		Overlooked overlooked) {

	/** Over all articles, what editors are shown. */
	public Recall shown() {
		return this.methods.getOrDefault(Method.WORDS_AND_BEFORE, Recall.NONE);
	}

	/**
	 * The recall in one article, with what editors are shown.
	 *
	 * @param article its slug
	 * @param recall the recall
	 */
	public record OfArticle(String article, Recall recall) {
	}

	/**
	 * Sentences that are said to look like claims.
	 *
	 * @param marked sentences that carry a claim
	 * @param markedFound how many of these are said to look like one
	 * @param unmarked sentences that carry none
	 * @param unmarkedFound how many of these are said to look like one all the same
	 */
	public record Overlooked(int marked, int markedFound, int unmarked, int unmarkedFound) {

		static final Overlooked NONE = new Overlooked(0, 0, 0, 0);

		Overlooked plus(boolean isMarked, boolean found) {
			return isMarked
					? new Overlooked(this.marked + 1, this.markedFound + (found ? 1 : 0), this.unmarked,
							this.unmarkedFound)
					: new Overlooked(this.marked, this.markedFound, this.unmarked + 1,
							this.unmarkedFound + (found ? 1 : 0));
		}

		public String markedShare() {
			return Recall.share(this.markedFound, this.marked);
		}

		public String unmarkedShare() {
			return Recall.share(this.unmarkedFound, this.unmarked);
		}

	}

}
