package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins what two people changed in one text, paragraph by paragraph, as {@code diff3}
 * does with lines.
 */
final class MergedText {

	private MergedText() {
	}

	/**
	 * Joins two changed texts.
	 * @param base the text that both began with
	 * @param mine the one
	 * @param theirs the other
	 * @return the text with both changes, or nothing where both changed the same
	 * paragraph, or neighbours
	 */
	static Optional<String> of(String base, String mine, String theirs) {
		List<String> from = paragraphs(base);
		List<String> one = paragraphs(mine);
		List<String> other = paragraphs(theirs);
		int[] inOne = Alignment.of(from, one, MergedText::same);
		int[] inOther = Alignment.of(from, other, MergedText::same);
		List<String> merged = new ArrayList<>();
		int begun = 0;
		int begunOne = 0;
		int begunOther = 0;
		for (int i = 0; i <= from.size(); i++) {
			boolean end = i == from.size();
			if (!end && (inOne[i] < 0 || inOther[i] < 0)) {
				continue;
			}
			int endOne = end ? one.size() : inOne[i];
			int endOther = end ? other.size() : inOther[i];
			List<String> before = from.subList(begun, i);
			List<String> partOne = one.subList(begunOne, endOne);
			List<String> partOther = other.subList(begunOther, endOther);
			if (partOne.equals(before)) {
				merged.addAll(partOther);
			}
			else if (partOther.equals(before) || partOne.equals(partOther)) {
				merged.addAll(partOne);
			}
			else {
				return Optional.empty();
			}
			if (!end) {
				merged.add(from.get(i));
				begun = i + 1;
				begunOne = endOne + 1;
				begunOther = endOther + 1;
			}
		}
		return Optional.of(String.join("\n\n", merged));
	}

	private static double same(String one, String other) {
		return one.equals(other) ? 1 : 0;
	}

	private static List<String> paragraphs(String text) {
		return List.of(text.replace("\r\n", "\n").split("\n\n", -1));
	}

}
