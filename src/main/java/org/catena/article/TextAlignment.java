package org.catena.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import org.jspecify.annotations.Nullable;

/**
 * Which stretches of a text stand, in the same order, in a later one: paragraphs first,
 * then words. Short stretches that stand alone among changed words are left out, because
 * any two texts have them in common. All places are counted in code points.
 */
public final class TextAlignment {

	/** Paragraphs, or words between two kept ones, that are compared at most. */
	private static final int MOST = 4_000;

	/** Code points that a stretch must have to count where all around it changed. */
	private static final int LEAST = 12;

	private static final String BREAK = "\n\n";

	private final List<Block> blocks = new ArrayList<>();

	private final int length;

	private TextAlignment(int length) {
		this.length = length;
	}

	/**
	 * Aligns two texts.
	 * @param from the earlier text
	 * @param to the later one
	 * @return what they have in common
	 */
	public static TextAlignment of(String from, String to) {
		TextAlignment alignment = new TextAlignment(to.codePointCount(0, to.length()));
		alignment.paragraphs(List.of(from.split(BREAK, -1)), List.of(to.split(BREAK, -1)));
		return alignment;
	}

	/**
	 * Where a span stands whose code points were all kept, one beside the other.
	 * @param span a span of the earlier text
	 * @return its place in the later one, or null
	 */
	public @Nullable TextSpan kept(TextSpan span) {
		for (Block block : this.blocks) {
			if (block.from <= span.start() && span.end() <= block.from + block.length) {
				int shift = block.to - block.from;
				return new TextSpan(span.start() + shift, span.end() + shift);
			}
		}
		return null;
	}

	/**
	 * What stands between the nearest kept neighbours of a span: the words that took its
	 * place.
	 * @param span a span of the earlier text
	 * @return the place in the later one, or null where nothing took it
	 */
	public @Nullable TextSpan inPlaceOf(TextSpan span) {
		int start = 0;
		int end = this.length;
		for (Block block : this.blocks) {
			if (block.from <= span.start()) {
				start = Math.min(span.start() - block.from, block.length) + block.to;
			}
			if (block.from + block.length >= span.end()) {
				end = block.to + Math.max(0, span.end() - block.from);
				break;
			}
		}
		return (start < end) ? new TextSpan(start, end) : null;
	}

	/**
	 * How many code points of a span were kept within a place.
	 * @param span a span of the earlier text
	 * @param place a span of the later one; null for all of it
	 */
	public int kept(TextSpan span, @Nullable TextSpan place) {
		int kept = 0;
		for (Block block : this.blocks) {
			int shift = block.to - block.from;
			int start = Math.max(span.start(), block.from) + shift;
			int end = Math.min(span.end(), block.from + block.length) + shift;
			if (place != null) {
				start = Math.max(start, place.start());
				end = Math.min(end, place.end());
			}
			kept += Math.max(0, end - start);
		}
		return kept;
	}

	/**
	 * The share of a place that stood in the earlier text already, outside a span.
	 * @param place a span of the later text
	 * @param except a span of the earlier one
	 * @return from 0 to 1
	 */
	public double keptFromElsewhere(TextSpan place, TextSpan except) {
		int kept = 0;
		for (Block block : this.blocks) {
			int start = Math.max(place.start(), block.to);
			int end = Math.min(place.end(), block.to + block.length);
			int shift = block.from - block.to;
			if (start < end) {
				int within = Math.min(end + shift, except.end()) - Math.max(start + shift, except.start());
				kept += end - start - Math.max(0, within);
			}
		}
		return (double) kept / place.length();
	}

	private void paragraphs(List<String> from, List<String> to) {
		int fromAt = 0;
		int toAt = 0;
		int fromIndex = 0;
		int toIndex = 0;
		for (Run run : common(from, to)) {
			words(from.subList(fromIndex, run.from), to.subList(toIndex, run.to), fromAt, toAt);
			fromAt += length(from.subList(fromIndex, run.from));
			toAt += length(to.subList(toIndex, run.to));
			for (String paragraph : from.subList(run.from, run.from + run.length)) {
				int points = points(paragraph);
				add(fromAt, toAt, points, true);
				fromAt += points + BREAK.length();
				toAt += points + BREAK.length();
			}
			fromIndex = run.from + run.length;
			toIndex = run.to + run.length;
		}
		words(from.subList(fromIndex, from.size()), to.subList(toIndex, to.size()), fromAt, toAt);
	}

	/** The code points of paragraphs with the breaks after them. */
	private static int length(List<String> paragraphs) {
		return paragraphs.stream().mapToInt((paragraph) -> points(paragraph) + BREAK.length()).sum();
	}

	/** Compares paragraphs that are not the same, word by word. */
	private void words(List<String> from, List<String> to, int fromStart, int toStart) {
		List<String> before = split(from);
		List<String> after = split(to);
		int fromAt = fromStart;
		int toAt = toStart;
		int fromIndex = 0;
		int toIndex = 0;
		for (Run run : common(before, after)) {
			fromAt += points(before.subList(fromIndex, run.from));
			toAt += points(after.subList(toIndex, run.to));
			int points = points(before.subList(run.from, run.from + run.length));
			boolean atStart = run.from == 0 && run.to == 0;
			boolean atEnd = run.from + run.length == before.size() && run.to + run.length == after.size();
			if (points >= LEAST || atStart || atEnd) {
				add(fromAt, toAt, points, atStart);
			}
			fromAt += points;
			toAt += points;
			fromIndex = run.from + run.length;
			toIndex = run.to + run.length;
		}
	}

	private static int points(List<String> words) {
		return words.stream().mapToInt(TextAlignment::points).sum();
	}

	private static int points(String text) {
		return text.codePointCount(0, text.length());
	}

	private static List<String> split(List<String> paragraphs) {
		List<String> words = new ArrayList<>();
		BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
		for (String paragraph : paragraphs) {
			if (!words.isEmpty()) {
				words.add(BREAK);
			}
			breaks.setText(paragraph);
			int at = breaks.first();
			for (int next = breaks.next(); next != BreakIterator.DONE; at = next, next = breaks.next()) {
				words.add(paragraph.substring(at, next));
			}
		}
		return words;
	}

	/** What two lists have in common, in order. */
	private static List<Run> common(List<String> from, List<String> to) {
		List<Run> runs = new ArrayList<>();
		int head = 0;
		int shorter = Math.min(from.size(), to.size());
		while (head < shorter && from.get(head).equals(to.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
			tail++;
		}
		add(runs, 0, 0, head);
		middle(from.subList(head, from.size() - tail), to.subList(head, to.size() - tail), head, runs);
		add(runs, from.size() - tail, to.size() - tail, tail);
		return runs;
	}

	private static void middle(List<String> from, List<String> to, int head, List<Run> runs) {
		if (from.isEmpty() || to.isEmpty() || from.size() > MOST || to.size() > MOST) {
			return;
		}
		int fromIndex = 0;
		int toIndex = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas()) {
			int same = delta.getSource().getPosition() - fromIndex;
			add(runs, head + fromIndex, head + toIndex, same);
			fromIndex += same + delta.getSource().size();
			toIndex += same + delta.getTarget().size();
		}
		add(runs, head + fromIndex, head + toIndex, from.size() - fromIndex);
	}

	private static void add(List<Run> runs, int from, int to, int length) {
		if (length > 0) {
			Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
			if (last != null && last.from + last.length == from && last.to + last.length == to) {
				runs.set(runs.size() - 1, new Run(last.from, last.to, last.length + length));
			}
			else {
				runs.add(new Run(from, to, length));
			}
		}
	}

	/** Joins what nothing, or only the break between two paragraphs, parts. */
	private void add(int from, int to, int length, boolean afterBreak) {
		Block last = this.blocks.isEmpty() ? null : this.blocks.get(this.blocks.size() - 1);
		int gap = (last != null) ? from - last.from - last.length : -1;
		boolean joined = gap == 0 || (afterBreak && gap == BREAK.length());
		if (last != null && joined && gap == to - last.to - last.length) {
			this.blocks.set(this.blocks.size() - 1, new Block(last.from, last.to, last.length + gap + length));
		}
		else if (length > 0) {
			this.blocks.add(new Block(from, to, length));
		}
	}

	/** Elements of two lists that are the same: indexes and how many. */
	private record Run(int from, int to, int length) {
	}

	/** Code points of two texts that are the same: places and how many. */
	private record Block(int from, int to, int length) {
	}

}
