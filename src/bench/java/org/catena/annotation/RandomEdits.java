package org.catena.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;

/**
 * A text that is edited at random, each code point of which remembers where it stood
 * before: the truth that re-anchoring is checked against. The same seed makes the same
 * edits.
 */
final class RandomEdits {

	/** What editors, and worse, do to a text. */
	enum Kind {

		MISPRINT_MENDED, WORD_INSERTED, WORD_DELETED, WORD_REPLACED, NUMBER_CHANGED, EMOJI_INSERTED, MARK_INSERTED,
		SENTENCE_INSERTED, SENTENCE_DELETED, SENTENCES_SWAPPED, PARAGRAPHS_SWAPPED, PASSAGE_DUPLICATED, PASSAGE_MOVED

	}

	private static final int NEW = -1;

	private static final String[] FURTHER = { "however", "reportedly", "42", "not", "Zürich", "naı̈ve", "𝔘𝔫𝔡" };

	private final Random random;

	private int[] points;

	/** Where each code point stood, or {@link #NEW}. */
	private int[] origins;

	RandomEdits(String text, long seed) {
		this.random = new Random(seed);
		this.points = text.codePoints().toArray();
		this.origins = IntStream.range(0, this.points.length).toArray();
	}

	String text() {
		return new String(this.points, 0, this.points.length);
	}

	/** How many code points of a place stood within a span before. */
	int from(TextSpan place, TextSpan span) {
		return (int) Arrays.stream(this.origins, place.start(), place.end())
			.filter((origin) -> origin >= span.start() && origin < span.end())
			.count();
	}

	/** How many code points of a span are still in the text. */
	int surviving(TextSpan span) {
		return from(new TextSpan(0, this.points.length), span);
	}

	/** Edits the text, unless the archive would not hold the outcome as it is. */
	RandomEdits edit(Kind kind) {
		int[] before = this.points;
		int[] originsBefore = this.origins;
		change(kind);
		String text = text();
		if (text.isEmpty() || !new ArticleText(text).value().equals(text)) {
			this.points = before;
			this.origins = originsBefore;
		}
		return this;
	}

	private void change(Kind kind) {
		switch (kind) {
			case MISPRINT_MENDED -> misprint();
			case WORD_INSERTED -> insert(word().start(), points(anyWord() + " "));
			case WORD_DELETED -> delete(withSpace(word()));
			case WORD_REPLACED -> replace(word(), points(anyWord()));
			case NUMBER_CHANGED -> replace(word(), points(String.valueOf(this.random.nextInt(2_000))));
			case EMOJI_INSERTED -> insert(this.random.nextInt(this.points.length + 1), new int[] { 0x1F54A });
			case MARK_INSERTED -> insert(this.random.nextInt(this.points.length + 1), new int[] { 0x0323 });
			case SENTENCE_INSERTED -> insert(sentence().start(), points(anySentence()));
			case SENTENCE_DELETED -> delete(sentence());
			case SENTENCES_SWAPPED -> swap(pieces(". "));
			case PARAGRAPHS_SWAPPED -> swap(pieces("\n\n"));
			case PASSAGE_DUPLICATED -> {
				TextSpan passage = passage();
				insert(sentence().start(), Arrays.copyOfRange(this.points, passage.start(), passage.end()));
			}
			case PASSAGE_MOVED -> move(passage());
		}
	}

	private void misprint() {
		int at = this.random.nextInt(this.points.length);
		switch (this.random.nextInt(3)) {
			case 0 -> insert(at, new int[] { 'a' + this.random.nextInt(26) });
			case 1 -> delete(new TextSpan(at, at + 1));
			default -> replace(new TextSpan(at, at + 1), new int[] { 'a' + this.random.nextInt(26) });
		}
	}

	private void insert(int at, int[] added) {
		put(at, at, added, filled(added.length));
	}

	private void delete(TextSpan span) {
		put(span.start(), span.end(), new int[0], new int[0]);
	}

	private void replace(TextSpan span, int[] added) {
		put(span.start(), span.end(), added, filled(added.length));
	}

	private void move(TextSpan span) {
		int[] moved = Arrays.copyOfRange(this.points, span.start(), span.end());
		int[] from = Arrays.copyOfRange(this.origins, span.start(), span.end());
		delete(span);
		int at = (this.points.length > 0) ? sentence().start() : 0;
		put(at, at, moved, from);
	}

	private void swap(List<TextSpan> pieces) {
		if (pieces.size() < 2) {
			return;
		}
		int first = this.random.nextInt(pieces.size() - 1);
		TextSpan one = pieces.get(first);
		TextSpan other = pieces.get(first + 1 + this.random.nextInt(pieces.size() - first - 1));
		int[] points = this.points;
		int[] origins = this.origins;
		put(other.start(), other.end(), Arrays.copyOfRange(points, one.start(), one.end()),
				Arrays.copyOfRange(origins, one.start(), one.end()));
		put(one.start(), one.end(), Arrays.copyOfRange(points, other.start(), other.end()),
				Arrays.copyOfRange(origins, other.start(), other.end()));
	}

	private void put(int start, int end, int[] added, int[] from) {
		this.points = joined(this.points, start, end, added);
		this.origins = joined(this.origins, start, end, from);
	}

	private static int[] joined(int[] all, int start, int end, int[] added) {
		int[] joined = Arrays.copyOf(all, all.length - end + start + added.length);
		System.arraycopy(added, 0, joined, start, added.length);
		System.arraycopy(all, end, joined, start + added.length, all.length - end);
		return joined;
	}

	private static int[] filled(int length) {
		int[] filled = new int[length];
		Arrays.fill(filled, NEW);
		return filled;
	}

	private static int[] points(String text) {
		return text.codePoints().toArray();
	}

	private TextSpan any(List<TextSpan> spans) {
		return spans.isEmpty() ? new TextSpan(0, this.points.length) : spans.get(this.random.nextInt(spans.size()));
	}

	private TextSpan word() {
		return any(pieces(" "));
	}

	private TextSpan withSpace(TextSpan word) {
		return (word.end() < this.points.length && this.points[word.end()] == ' ')
				? new TextSpan(word.start(), word.end() + 1) : word;
	}

	private TextSpan sentence() {
		return any(pieces(". "));
	}

	/** Some words to some hundred characters. */
	private TextSpan passage() {
		int length = 10 + this.random.nextInt(Math.max(1, Math.min(300, this.points.length / 2)));
		int start = this.random.nextInt(Math.max(1, this.points.length - length));
		return new TextSpan(start, Math.min(this.points.length, start + length));
	}

	private String anyWord() {
		return this.random.nextBoolean() ? words(word()) : FURTHER[this.random.nextInt(FURTHER.length)];
	}

	private String anySentence() {
		StringBuilder sentence = new StringBuilder();
		for (int words = 4 + this.random.nextInt(10); words > 0; words--) {
			sentence.append(anyWord()).append((words > 1) ? " " : ". ");
		}
		return sentence.toString();
	}

	private String words(TextSpan span) {
		return new String(this.points, span.start(), span.length());
	}

	/** What stands between, and with it, the marks; none is empty. */
	private List<TextSpan> pieces(String mark) {
		String text = text();
		List<TextSpan> pieces = new ArrayList<>();
		int from = 0;
		int point = 0;
		while (from < text.length()) {
			int at = text.indexOf(mark, from);
			int to = (at < 0) ? text.length() : mark.equals(". ") ? at + 2 : at;
			int length = text.codePointCount(from, to);
			if (length > 0) {
				pieces.add(new TextSpan(point, point + length));
			}
			int next = (at < 0) ? text.length() : at + mark.length();
			point += text.codePointCount(from, next);
			from = next;
		}
		return pieces;
	}

}
