package org.catena.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;

/**
 * Cuts a text into paragraphs and these into segments: pieces over which the same set of
 * claims lies. One pass over the text whatever overlaps, nests or coincides.
 */
final class Segmentation {

	private Segmentation() {
	}

	/**
	 * Cuts a text.
	 * @param text the text of an article version
	 * @param claims what lies over it, in any order
	 * @param span the span of a claim, within the text
	 * @param <T> what lies over the text
	 * @return the paragraphs in order
	 */
	static <T> List<Paragraph<T>> paragraphs(String text, List<T> claims, Function<T, TextSpan> span) {
		String[] words = text.split("\n\n", -1);
		NavigableMap<Integer, Integer> stretches = new TreeMap<>();
		int start = 0;
		for (String paragraph : words) {
			int end = start + paragraph.codePointCount(0, paragraph.length());
			if (start + mark(paragraph) < end) {
				stretches.put(start + mark(paragraph), end);
			}
			start = end + 2;
		}
		Cutter<T> cutter = new Cutter<>(text, placed(claims, span, stretches));
		List<Paragraph<T>> paragraphs = new ArrayList<>();
		start = 0;
		for (String paragraph : words) {
			int end = start + paragraph.codePointCount(0, paragraph.length());
			paragraphs.add(new Paragraph<>(paragraphs.size() + 1, mark(paragraph) > 0,
					cutter.cut(start + mark(paragraph), end)));
			start = end + 2;
		}
		return paragraphs;
	}

	/** The length of the mark of a subhead. */
	private static int mark(String paragraph) {
		return paragraph.startsWith(ArticleText.SUBHEAD) ? ArticleText.SUBHEAD.length() : 0;
	}

	/**
	 * Places claims on words: ends that lie between paragraphs, or in the mark of a
	 * subhead, move to the words of the claim that are nearest. A claim without a word
	 * has no place.
	 */
	private static <T> List<Placed<T>> placed(List<T> claims, Function<T, TextSpan> span,
			NavigableMap<Integer, Integer> stretches) {
		List<Placed<T>> placed = new ArrayList<>();
		for (T claim : claims) {
			int start = span.apply(claim).start();
			int end = span.apply(claim).end();
			Map.Entry<Integer, Integer> first = stretches.floorEntry(start);
			if (first == null || first.getValue() <= start) {
				first = stretches.higherEntry(start);
			}
			Map.Entry<Integer, Integer> last = stretches.lowerEntry(end);
			if (first != null && last != null && first.getKey() <= last.getKey()) {
				placed.add(new Placed<>(claim, Math.max(start, first.getKey()), Math.min(end, last.getValue())));
			}
		}
		placed.sort(Comparator.comparingInt((Placed<T> one) -> one.start()).thenComparing((one) -> -one.end()));
		return placed;
	}

	/**
	 * Something that lies over words.
	 *
	 * @param claim what lies there
	 * @param start its first code point, which belongs to a paragraph
	 * @param end the code point after its last
	 * @param <T> what lies over the text
	 */
	private record Placed<T>(T claim, int start, int end) {
	}

	/** Walks forward through the text; code points are counted once. */
	private static final class Cutter<T> {

		private final String text;

		private final List<Placed<T>> byStart;

		private final NavigableSet<Integer> cuts = new TreeSet<>();

		private final List<Placed<T>> open = new ArrayList<>();

		private int next;

		private int codePoint;

		private int index;

		Cutter(String text, List<Placed<T>> byStart) {
			this.text = text;
			this.byStart = byStart;
			byStart.forEach((placed) -> {
				this.cuts.add(placed.start());
				this.cuts.add(placed.end());
			});
		}

		List<Segment<T>> cut(int from, int to) {
			List<Segment<T>> segments = new ArrayList<>();
			int at = from;
			while (at < to) {
				List<Placed<T>> starting = open(at);
				Integer cut = this.cuts.higher(at);
				int end = (cut != null && cut < to) ? cut : to;
				List<Placed<T>> over = List.copyOf(this.open);
				List<Placed<T>> ending = over.stream().filter((placed) -> placed.end() <= end).toList();
				segments.add(new Segment<>(words(at, end), claims(over), claims(starting), claims(ending)));
				this.open.removeIf((placed) -> placed.end() <= end);
				at = end;
			}
			return segments;
		}

		private List<Placed<T>> open(int at) {
			List<Placed<T>> opened = new ArrayList<>();
			while (this.next < this.byStart.size() && this.byStart.get(this.next).start() <= at) {
				opened.add(this.byStart.get(this.next++));
			}
			this.open.addAll(opened);
			return opened;
		}

		private String words(int from, int to) {
			this.index = this.text.offsetByCodePoints(this.index, from - this.codePoint);
			int end = this.text.offsetByCodePoints(this.index, to - from);
			String words = this.text.substring(this.index, end);
			this.index = end;
			this.codePoint = to;
			return words;
		}

		private static <T> List<T> claims(List<Placed<T>> placed) {
			return placed.stream().map(Placed::claim).toList();
		}

	}

	/**
	 * A paragraph or a printed subhead.
	 *
	 * @param number from 1
	 * @param subhead whether it is a subhead
	 * @param segments its pieces in order
	 * @param <T> what lies over the text
	 */
	record Paragraph<T>(int number, boolean subhead, List<Segment<T>> segments) {

		/** What begins in the paragraph, in order. */
		public List<T> beginning() {
			return this.segments.stream().flatMap((segment) -> segment.starting().stream()).toList();
		}

	}

	/**
	 * A piece of text over which the same claims lie.
	 *
	 * @param words the text
	 * @param over what lies over it, what began first coming first
	 * @param starting what begins with it
	 * @param ending what ends with it
	 * @param <T> what lies over the text
	 */
	record Segment<T>(String words, List<T> over, List<T> starting, List<T> ending) {
	}

}
