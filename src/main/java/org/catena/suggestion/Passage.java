package org.catena.suggestion;

import java.util.List;

/**
 * What suggestions are asked for.
 *
 * @param quote the words
 * @param around the sentences in which they stand
 * @param before the points, by number, of the claims that stand before it in the text,
 * nearest first
 */
public record Passage(String quote, String around, List<List<Integer>> before) {

	/** How many claims before it are looked at. */
	public static final int MOST_BEFORE = 4;

}
