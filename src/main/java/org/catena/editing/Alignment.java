package org.catena.editing;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Which element of one list has become which of another: the pairs, in the order of both,
 * that are alike most in sum (Needleman and Wunsch 1970).
 */
final class Alignment {

	/** Cells above which lists are not compared, so that nobody waits for minutes. */
	private static final long MOST_CELLS = 4_000_000;

	private Alignment() {
	}

	/**
	 * Aligns two lists.
	 * @param from one list
	 * @param to the other
	 * @param alike how alike two elements are; 0 for those that are not the same thing
	 * @return for each element of the first its place in the second, or -1
	 */
	static <T> int[] of(List<T> from, List<T> to, ToDoubleBiFunction<T, T> alike) {
		int[] places = new int[from.size()];
		Arrays.fill(places, -1);
		int first = 0;
		while (first < from.size() && first < to.size() && from.get(first).equals(to.get(first))) {
			places[first] = first;
			first++;
		}
		int lastFrom = from.size();
		int lastTo = to.size();
		while (lastFrom > first && lastTo > first && from.get(lastFrom - 1).equals(to.get(lastTo - 1))) {
			lastFrom--;
			lastTo--;
			places[lastFrom] = lastTo;
		}
		int rows = lastFrom - first;
		int columns = lastTo - first;
		if (rows == 0 || columns == 0 || (long) rows * columns > MOST_CELLS) {
			return places;
		}
		double[][] best = new double[rows + 1][columns + 1];
		for (int i = rows - 1; i >= 0; i--) {
			for (int j = columns - 1; j >= 0; j--) {
				double pair = alike.applyAsDouble(from.get(first + i), to.get(first + j));
				best[i][j] = Math.max((pair > 0) ? pair + best[i + 1][j + 1] : 0,
						Math.max(best[i + 1][j], best[i][j + 1]));
			}
		}
		int i = 0;
		int j = 0;
		while (i < rows && j < columns) {
			double pair = alike.applyAsDouble(from.get(first + i), to.get(first + j));
			if (pair > 0 && best[i][j] == pair + best[i + 1][j + 1]) {
				places[first + i++] = first + j++;
			}
			else if (best[i][j] == best[i + 1][j]) {
				i++;
			}
			else {
				j++;
			}
		}
		return places;
	}

}
