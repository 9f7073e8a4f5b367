package org.catena.search;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How an index answers: some hits, and how many there are of each sort.
 */
interface Answers {

	/**
	 * Begins to answer. What is not known at once is waited for where it is asked for.
	 * @param query what is asked
	 * @param offset hits to pass over
	 * @param limit hits at most; 0 for the counts alone
	 */
	Answer answer(IndexQuery query, int offset, int limit);

	/** Begins to count hits. */
	LongSupplier count(IndexQuery query);

	/**
	 * An answer of the index.
	 */
	interface Answer {

		/** How many hits there are. */
		long total();

		/** The ids of those that were asked for, in order. */
		List<Long> hits();

		/**
		 * Hits by facet and value, those with most hits first. A facet in which something
		 * is chosen is counted as it would be without that choice.
		 */
		Map<Facet, Map<String, Long>> counts();

		/** Whether it took too long, so that all counts are lower bounds. */
		boolean cutOff();

	}

}
