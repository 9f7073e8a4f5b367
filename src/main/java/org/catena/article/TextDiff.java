package org.catena.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;

/**
 * What changed from one text to another, word by word. Paragraphs are compared first,
 * then the words of those that changed. Paragraphs that have little in common are one
 * gone and one new: a mixture of both could not be read.
 */
public final class TextDiff {

	/**
	 * Paragraphs, or words of a paragraph, that are compared at most; more are one gone
	 * and one new.
	 */
	static final int MOST = 2_000;

	/** The share of words that two paragraphs must have in common to be compared. */
	private static final double ALIKE = 0.3;

	/** Paragraphs that are shown around a change. */
	private static final int AROUND = 1;

	/** Among how many paragraphs the one is sought that another became. */
	private static final int NEAR = 10;

	/**
	 * Pairs of words that one comparison may look at, so that it ends after a second or
	 * two whatever is compared: of the rest, each paragraph is gone or new.
	 */
	private static final long MOST_PAIRS = 200_000_000;

	/** What it costs to begin with two paragraphs, in pairs. */
	private static final int BEGINNING = 1_000;

	private long pairsLeft = MOST_PAIRS;

	private TextDiff() {
	}

	/**
	 * Compares two texts.
	 * @param from the earlier text
	 * @param to the later one
	 * @return the paragraphs of both, in order
	 */
	public static List<Passage> passages(String from, String to) {
		return new TextDiff().compare(from, to);
	}

	private List<Passage> compare(String from, String to) {
		List<String> before = List.of(from.split("\n\n", -1));
		List<String> after = List.of(to.split("\n\n", -1));
		List<Passage> passages = new ArrayList<>();
		for (Step step : steps(before, after)) {
			if (step.same()) {
				step.before().forEach((words) -> passages.add(whole(Change.SAME, words)));
			}
			else if (step.before().size() == step.after().size()) {
				for (int i = 0; i < step.before().size(); i++) {
					pair(step.before().get(i), step.after().get(i), passages);
				}
			}
			else {
				unequal(step.before(), step.after(), passages);
			}
		}
		return passages;
	}

	/**
	 * Sets those paragraphs apart that are far from any change.
	 * @param passages the paragraphs of two texts
	 * @return the same paragraphs in rows
	 */
	public static List<Stretch> stretches(List<Passage> passages) {
		List<Stretch> stretches = new ArrayList<>();
		for (int i = 0; i < passages.size(); i++) {
			boolean near = passages.subList(Math.max(0, i - AROUND), Math.min(passages.size(), i + AROUND + 1))
				.stream()
				.anyMatch(Passage::isChanged);
			if (stretches.isEmpty() || stretches.get(stretches.size() - 1).unchanged() == near) {
				stretches.add(new Stretch(!near, new ArrayList<>()));
			}
			stretches.get(stretches.size() - 1).passages().add(passages.get(i));
		}
		return stretches;
	}

	/**
	 * Each paragraph with the next one on the other side that is like it; the rest is
	 * gone or new.
	 */
	private void unequal(List<String> before, List<String> after, List<Passage> passages) {
		int next = 0;
		for (String words : before) {
			int like = next;
			while (like < Math.min(after.size(), next + NEAR) && !isAlike(words, after.get(like))) {
				like++;
			}
			if (like == Math.min(after.size(), next + NEAR)) {
				passages.add(whole(Change.DELETED, words));
			}
			else {
				after.subList(next, like).forEach((added) -> passages.add(whole(Change.INSERTED, added)));
				pair(words, after.get(like), passages);
				next = like + 1;
			}
		}
		after.subList(next, after.size()).forEach((added) -> passages.add(whole(Change.INSERTED, added)));
	}

	private boolean isAlike(String before, String after) {
		if (before.length() > MOST || after.length() > MOST || this.pairsLeft < 0) {
			return before.regionMatches(0, after, 0, 40);
		}
		return commonShare(pieces(before, after)) >= ALIKE;
	}

	private void pair(String before, String after, List<Passage> passages) {
		List<Piece> pieces = pieces(before, after);
		if (before.startsWith(ArticleText.SUBHEAD) == after.startsWith(ArticleText.SUBHEAD)
				&& commonShare(pieces) >= ALIKE) {
			passages.add(passage(after.startsWith(ArticleText.SUBHEAD), pieces));
		}
		else {
			passages.add(whole(Change.DELETED, before));
			passages.add(whole(Change.INSERTED, after));
		}
	}

	private static double commonShare(List<Piece> pieces) {
		int same = letters(pieces, Change.SAME);
		int rest = Math.max(letters(pieces, Change.DELETED), letters(pieces, Change.INSERTED));
		return (same + rest == 0) ? 1 : (double) same / (same + rest);
	}

	private static int letters(List<Piece> pieces, Change change) {
		return pieces.stream()
			.filter((piece) -> piece.change() == change)
			.mapToInt((piece) -> piece.words().strip().length())
			.sum();
	}

	private static Passage whole(Change change, String words) {
		boolean subhead = words.startsWith(ArticleText.SUBHEAD);
		return passage(subhead, List.of(new Piece(change, words)));
	}

	private static Passage passage(boolean subhead, List<Piece> pieces) {
		return new Passage(subhead,
				pieces.stream()
					.map((piece) -> (subhead && piece.words().startsWith(ArticleText.SUBHEAD))
							? new Piece(piece.change(), piece.words().substring(ArticleText.SUBHEAD.length())) : piece)
					.filter((piece) -> !piece.words().isEmpty())
					.toList());
	}

	/**
	 * The words of a paragraph; space between two changed words belongs to the change.
	 */
	private List<Piece> pieces(String before, String after) {
		List<Piece> pieces = new ArrayList<>();
		StringBuilder deleted = new StringBuilder();
		StringBuilder inserted = new StringBuilder();
		List<Step> steps = steps(words(before), words(after));
		for (int i = 0; i < steps.size(); i++) {
			Step step = steps.get(i);
			String gone = String.join("", step.before());
			String come = String.join("", step.after());
			if (!step.same() || (gone.isBlank() && isWithinReplacement(steps, i))) {
				deleted.append(gone);
				inserted.append(come);
			}
			else {
				flush(deleted, inserted, pieces);
				pieces.add(new Piece(Change.SAME, gone));
			}
		}
		flush(deleted, inserted, pieces);
		return pieces;
	}

	private static boolean isWithinReplacement(List<Step> steps, int i) {
		if (i == 0 || i == steps.size() - 1) {
			return false;
		}
		Step previous = steps.get(i - 1);
		Step next = steps.get(i + 1);
		return !(previous.before().isEmpty() && next.before().isEmpty())
				&& !(previous.after().isEmpty() && next.after().isEmpty());
	}

	private static void flush(StringBuilder deleted, StringBuilder inserted, List<Piece> pieces) {
		if (!deleted.isEmpty()) {
			pieces.add(new Piece(Change.DELETED, deleted.toString()));
		}
		if (!inserted.isEmpty()) {
			pieces.add(new Piece(Change.INSERTED, inserted.toString()));
		}
		deleted.setLength(0);
		inserted.setLength(0);
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
		breaks.setText(text);
		int at = breaks.first();
		for (int next = breaks.next(); next != BreakIterator.DONE; at = next, next = breaks.next()) {
			words.add(text.substring(at, next));
		}
		return words;
	}

	/** Both lists from beginning to end: what is the same and what is not, by turns. */
	private List<Step> steps(List<String> before, List<String> after) {
		List<Step> steps = new ArrayList<>();
		int at = 0;
		for (AbstractDelta<String> delta : deltas(before, after)) {
			int position = delta.getSource().getPosition();
			if (position > at) {
				List<String> same = before.subList(at, position);
				steps.add(new Step(true, same, same));
			}
			if (steps.isEmpty() || steps.get(steps.size() - 1).same()) {
				steps.add(new Step(false, new ArrayList<>(), new ArrayList<>()));
			}
			// The algorithm may give what is gone and what is new in the same place
			// apart.
			steps.get(steps.size() - 1).before().addAll(delta.getSource().getLines());
			steps.get(steps.size() - 1).after().addAll(delta.getTarget().getLines());
			at = position + delta.getSource().size();
		}
		if (at < before.size()) {
			List<String> same = before.subList(at, before.size());
			steps.add(new Step(true, same, same));
		}
		return steps;
	}

	private List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
		if (before.equals(after)) {
			return List.of();
		}
		this.pairsLeft -= (long) before.size() * after.size() + BEGINNING;
		if (before.size() > MOST || after.size() > MOST || this.pairsLeft < 0) {
			return List.of(new ChangeDelta<>(new Chunk<>(0, before), new Chunk<>(0, after)));
		}
		return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas();
	}

	/** What became of words. */
	public enum Change {

		SAME, INSERTED, DELETED

	}

	private record Step(boolean same, List<String> before, List<String> after) {
	}

	/**
	 * Words with what became of them.
	 *
	 * @param change what became of them
	 * @param words the words, with their space
	 */
	public record Piece(Change change, String words) {

		public boolean isInserted() {
			return this.change == Change.INSERTED;
		}

		public boolean isDeleted() {
			return this.change == Change.DELETED;
		}

	}

	/**
	 * A paragraph or a printed subhead of either text, or of both.
	 *
	 * @param subhead whether it is a subhead
	 * @param pieces its words in order
	 */
	public record Passage(boolean subhead, List<Piece> pieces) {

		public boolean isChanged() {
			return this.pieces.stream().anyMatch((piece) -> piece.change() != Change.SAME);
		}

	}

	/**
	 * Paragraphs in a row.
	 *
	 * @param unchanged whether they are far from any change
	 * @param passages the paragraphs
	 */
	public record Stretch(boolean unchanged, List<Passage> passages) {
	}

}
