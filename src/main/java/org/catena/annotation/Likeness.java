package org.catena.annotation;

import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * How alike two stretches of text are: one less the share of code points to insert,
 * delete or replace, by Levenshtein's distance.
 */
final class Likeness {

	/** Products of lengths above which nothing is compared: some tenths of a second. */
	private static final long MOST = 60_000_000L;

	private Likeness() {
	}

	/** From 0, nothing in common, to 1, the same. Two empty texts are the same. */
	static double of(int[] one, int[] other) {
		int head = 0;
		int shorter = Math.min(one.length, other.length);
		while (head < shorter && one[head] == other[head]) {
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && one[one.length - 1 - tail] == other[other.length - 1 - tail]) {
			tail++;
		}
		int longer = Math.max(one.length, other.length);
		long size = (long) (one.length - head - tail) * (other.length - head - tail);
		if (longer == 0) {
			return 1;
		}
		if (size > MOST) {
			return (double) (head + tail) / longer;
		}
		return 1 - (double) distance(one, other, head, tail) / longer;
	}

	private static int distance(int[] one, int[] other, int head, int tail) {
		int width = other.length - head - tail;
		int[] row = new int[width + 1];
		for (int j = 0; j <= width; j++) {
			row[j] = j;
		}
		for (int i = head; i < one.length - tail; i++) {
			int diagonal = row[0]++;
			for (int j = 1; j <= width; j++) {
				int above = row[j];
				int replaced = diagonal + ((one[i] == other[head + j - 1]) ? 0 : 1);
				row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[width];
	}

	/**
	 * Finds the stretch of a text that is most like a pattern.
	 * @param pattern what is sought, not empty
	 * @param text where
	 * @param from the first code point
	 * @param to the code point after the last
	 * @return the stretch, or null where there is too much to compare, or nothing alike
	 */
	static @Nullable TextSpan find(int[] pattern, int[] text, int from, int to) {
		if ((long) pattern.length * (to - from) > MOST) {
			return null;
		}
		// Distances of the pattern so far to a stretch that ends here, and where it
		// begins.
		int[] distances = new int[pattern.length + 1];
		int[] starts = new int[pattern.length + 1];
		for (int i = 0; i <= pattern.length; i++) {
			distances[i] = i;
			starts[i] = from;
		}
		int best = pattern.length;
		TextSpan found = null;
		for (int at = from; at < to; at++) {
			int diagonal = distances[0];
			int diagonalStart = starts[0];
			starts[0] = at + 1;
			for (int i = 1; i <= pattern.length; i++) {
				int inserted = distances[i] + 1;
				int insertedStart = starts[i];
				int replaced = diagonal + ((pattern[i - 1] == text[at]) ? 0 : 1);
				int deleted = distances[i - 1] + 1;
				int least = Math.min(replaced, Math.min(inserted, deleted));
				int start = (least == replaced) ? diagonalStart : (least == deleted) ? starts[i - 1] : insertedStart;
				diagonal = distances[i];
				diagonalStart = insertedStart;
				distances[i] = least;
				starts[i] = start;
			}
			if (distances[pattern.length] < best && starts[pattern.length] <= at) {
				best = distances[pattern.length];
				found = new TextSpan(starts[pattern.length], at + 1);
			}
		}
		return found;
	}

}
