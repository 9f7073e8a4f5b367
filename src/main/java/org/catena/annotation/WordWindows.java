package org.catena.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.catena.article.TextSpan;

/**
 * The words of a text, to find at which places many words of a quote stand together,
 * whatever their order: in time that grows with the text, not with the text times the
 * quote.
 */
final class WordWindows {

	/** Places that are returned at most. */
	private static final int MOST = 4;

	/** The share of the words of a quote that a place must have. */
	private static final double LEAST = 0.4;

	private final Map<String, Integer> numbers = new HashMap<>();

	/** The words as numbers, with their places. */
	private final int[] words;

	private final List<TextSpan> places;

	WordWindows(int[] text) {
		this.places = words(text);
		this.words = new int[this.places.size()];
		for (int i = 0; i < this.words.length; i++) {
			this.words[i] = this.numbers.computeIfAbsent(word(text, this.places.get(i)), (word) -> this.numbers.size());
		}
	}

	/** The places at which most words of a quote stand, the best first. */
	List<TextSpan> like(int[] quote) {
		List<TextSpan> sought = words(quote);
		int size = sought.size();
		if (size == 0 || this.words.length == 0) {
			return List.of();
		}
		int[] wanted = new int[this.numbers.size()];
		for (TextSpan place : sought) {
			Integer number = this.numbers.get(word(quote, place));
			if (number != null) {
				wanted[number]++;
			}
		}
		List<Window> windows = new ArrayList<>();
		int found = 0;
		for (int i = 0; i < this.words.length; i++) {
			found += (wanted[this.words[i]]-- > 0) ? 1 : 0;
			if (i >= size) {
				found -= (++wanted[this.words[i - size]] > 0) ? 1 : 0;
			}
			if (found >= LEAST * size) {
				windows.add(new Window(Math.max(0, i - size + 1), i, found));
			}
		}
		return best(windows);
	}

	private List<TextSpan> best(List<Window> windows) {
		windows.sort(Comparator.comparingInt(Window::found).reversed());
		List<Window> best = new ArrayList<>();
		for (Window window : windows) {
			if (best.size() < MOST && best.stream()
				.noneMatch((better) -> window.first <= better.last && better.first <= window.last)) {
				best.add(window);
			}
		}
		return best.stream()
			.map((window) -> new TextSpan(this.places.get(window.first).start(), this.places.get(window.last).end()))
			.toList();
	}

	/** A span with the rest of the words that it cuts. */
	static TextSpan wholeWords(int[] text, TextSpan span) {
		int start = span.start();
		int end = span.end();
		while (start > 0 && isOfWord(text[start]) && isOfWord(text[start - 1])) {
			start--;
		}
		while (end < text.length && isOfWord(text[end]) && isOfWord(text[end - 1])) {
			end++;
		}
		return new TextSpan(start, end);
	}

	private static List<TextSpan> words(int[] text) {
		List<TextSpan> words = new ArrayList<>();
		int start = -1;
		for (int at = 0; at <= text.length; at++) {
			boolean within = at < text.length && isOfWord(text[at]);
			if (start >= 0 && (!within || Character.isIdeographic(text[at]) || Character.isIdeographic(text[at - 1]))) {
				words.add(new TextSpan(start, at));
				start = -1;
			}
			if (within && start < 0) {
				start = at;
			}
		}
		return words;
	}

	private static String word(int[] text, TextSpan place) {
		StringBuilder word = new StringBuilder();
		for (int at = place.start(); at < place.end(); at++) {
			word.appendCodePoint(Character.toLowerCase(text[at]));
		}
		return word.toString();
	}

	private static boolean isOfWord(int point) {
		int type = Character.getType(point);
		return Character.isLetterOrDigit(point) || type == Character.NON_SPACING_MARK
				|| type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
	}

	/** Words in a row, both ends included, and how many of them are wanted. */
	private record Window(int first, int last, int found) {
	}

}
