package org.catena.search;

import java.util.List;

import org.catena.article.ArticleText;

/**
 * What stands beside an occurrence, in one line: white space of any kind, and the mark of
 * a subhead, is a space.
 */
final class Context {

	/** Characters to either side, up to the next space. */
	private static final int WIDTH = 70;

	/** Characters by which lines are sorted. */
	private static final int SORTED = 48;

	private Context() {
	}

	/** The words before a place. */
	static String left(String text, int at) {
		int from = Math.max(0, at - WIDTH);
		int start = from;
		if (from > 0) {
			while (start < at && !Character.isWhitespace(text.charAt(start))) {
				start++;
			}
			start = (start < at) ? start : whole(text, from);
		}
		return inOneLine(text.substring(start, at));
	}

	/** The words after a place. */
	static String right(String text, int at) {
		int to = Math.min(text.length(), at + WIDTH);
		int end = to;
		if (to < text.length()) {
			while (end > at && !Character.isWhitespace(text.charAt(end))) {
				end--;
			}
			end = (end > at) ? end : whole(text, to);
		}
		return inOneLine(text.substring(at, end));
	}

	/** What is sorted by the left: the words backwards, without case and accents. */
	static String leftKey(String text, int at) {
		List<String> words = words(text.substring(Math.max(0, at - SORTED), at));
		StringBuilder key = new StringBuilder();
		for (int i = words.size() - 1; i >= 0; i--) {
			key.append(words.get(i)).append(' ');
		}
		return key.toString();
	}

	/** What is sorted by the right: the words without case and accents. */
	static String rightKey(String text, int at) {
		return String.join(" ", words(text.substring(at, Math.min(text.length(), at + SORTED))));
	}

	static String inOneLine(String text) {
		return text.replace("\n" + ArticleText.SUBHEAD, " ").replaceAll("[\\s\\p{Z}]+", " ");
	}

	private static List<String> words(String text) {
		return List.of(Predicates.folded(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip().split(" "));
	}

	/** Not within a character: neither its two halves nor a letter and its accents. */
	private static int whole(String text, int at) {
		int place = at;
		while (place < text.length() && (Character.isLowSurrogate(text.charAt(place))
				|| Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK)) {
			place++;
		}
		return place;
	}

}
