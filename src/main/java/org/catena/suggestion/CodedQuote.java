package org.catena.suggestion;

import java.util.List;

/**
 * A claim that the archive shows, as far as suggestions learn from it.
 *
 * @param key its id
 * @param article the slug of its article
 * @param exact the quote
 * @param paraphrase what is claimed
 * @param stance of the claimant
 * @param start its first code point in the current text; -1 where it has no place
 * @param end the code point after its last
 * @param points the points that it is linked to, without letters
 * @param words its own words and those of its paraphrase
 */
record CodedQuote(String key, String article, String exact, String paraphrase, String stance, int start, int end,
		List<PointName> points, Bag words) {

	/** The numbers of the points of a plan, without repetition. */
	List<Integer> numbers(String plan) {
		return this.points.stream()
			.filter((point) -> point.plan().equals(plan))
			.map(PointName::number)
			.distinct()
			.toList();
	}

	/**
	 * A point.
	 *
	 * @param plan the plan's slug
	 * @param number from 1
	 */
	record PointName(String plan, int number) {
	}

}
