package org.catena.search;

import java.util.List;
import java.util.Map;

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
	Count count(IndexQuery query);

	/**
	 * A count of hits.
	 */
	interface Count {

		/** How many hits there are. */
		long total();

		/**
		 * Whether it took too long, so that whatever was counted is a lower bound. Waits
		 * until all is counted.
		 */
		boolean cutOff();

	}

	/**
	 * An answer of the index.
	 */
	interface Answer extends Count {

		/** The ids of those that were asked for, in order. */
		List<Long> hits();

		/**
		 * Hits by facet and value, those with most hits first. A facet in which something
		 * is chosen is counted as it would be without that choice.
		 */
		Map<Facet, Map<String, Long>> counts();

	}

}
