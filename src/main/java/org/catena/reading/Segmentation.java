package org.catena.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
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
		List<T> byStart = new ArrayList<>(claims);
		byStart.sort(Comparator.comparingInt((T claim) -> span.apply(claim).start())
			.thenComparing((claim) -> -span.apply(claim).end()));
		NavigableSet<Integer> cuts = new TreeSet<>();
		for (T claim : byStart) {
			cuts.add(span.apply(claim).start());
			cuts.add(span.apply(claim).end());
		}
		List<Paragraph<T>> paragraphs = new ArrayList<>();
		Cutter<T> cutter = new Cutter<>(text, byStart, span, cuts);
		int start = 0;
		for (String paragraph : text.split("\n\n", -1)) {
			int length = paragraph.codePointCount(0, paragraph.length());
			boolean subhead = paragraph.startsWith(ArticleText.SUBHEAD);
			int mark = subhead ? ArticleText.SUBHEAD.length() : 0;
			paragraphs.add(new Paragraph<>(paragraphs.size() + 1, subhead, cutter.cut(start + mark, start + length)));
			start += length + 2;
		}
		return paragraphs;
	}

	/** Walks forward through the text; code points are counted once. */
	private static final class Cutter<T> {

		private final String text;

		private final List<T> byStart;

		private final Function<T, TextSpan> span;

		private final NavigableSet<Integer> cuts;

		private final List<T> open = new ArrayList<>();

		private int next;

		private int codePoint;

		private int index;

		Cutter(String text, List<T> byStart, Function<T, TextSpan> span, NavigableSet<Integer> cuts) {
			this.text = text;
			this.byStart = byStart;
			this.span = span;
			this.cuts = cuts;
		}

		List<Segment<T>> cut(int from, int to) {
			List<Segment<T>> segments = new ArrayList<>();
			List<T> starting = new ArrayList<>();
			int at = from;
			while (at < to) {
				starting.addAll(open(at));
				Integer cut = this.cuts.higher(at);
				int end = (cut != null && cut < to) ? cut : to;
				List<T> over = List.copyOf(this.open);
				List<T> ending = over.stream().filter((claim) -> this.span.apply(claim).end() <= end).toList();
				segments.add(new Segment<>(words(at, end), over, List.copyOf(starting), ending));
				this.open.removeAll(ending);
				starting.clear();
				at = end;
			}
			return segments;
		}

		private List<T> open(int at) {
			List<T> opened = new ArrayList<>();
			while (this.next < this.byStart.size() && this.span.apply(this.byStart.get(this.next)).start() <= at) {
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
