package org.catena.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A way of ranking points, from the simplest to the one that editors are shown.
 */
public enum Method {

	/** The points that are linked most often, whatever the words. */
	MOST_FREQUENT((learned, passage) -> learned.mostFrequent()),

	/** By the words of the plan. */
	WORDS_OF_PLAN(Learned::byWordsOfPlan),

	/** By the links of the ten claims that resemble the words most. */
	SIMILAR_CLAIMS(Learned::bySimilarClaims),

	/** By the words of the plan and of the claims that are linked to each point. */
	WORDS(Learned::byWords),

	/** The same, with a look at the claims just before: what editors are shown. */
	WORDS_AND_BEFORE(Learned::byWordsAndBefore);

	private final BiFunction<Learned, Passage, List<Integer>> rank;

	Method(BiFunction<Learned, Passage, List<Integer>> rank) {
		this.rank = rank;
	}

	List<Integer> rank(Learned learned, Passage passage) {
		return this.rank.apply(learned, passage);
	}

	/** The value as pages name it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
