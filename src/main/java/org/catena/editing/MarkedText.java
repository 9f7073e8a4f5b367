package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.catena.article.ArticleText;
import org.catena.article.Sentence;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into sentences, and these into pieces with the same claims over them.
 *
 * @param paragraphs the text
 */
record MarkedText(List<Paragraph> paragraphs) {

	/**
	 * Lays claims over a text.
	 * @param text the text
	 * @param sentences its sentences
	 * @param marks the claims that have their place in it
	 */
	static MarkedText of(String text, List<Sentence> sentences, List<Mark> marks) {
		return new Cutting(text, sentences, marks).cut();
	}

	/**
	 * A claim over the text.
	 *
	 * @param name its number in the draft, or its id where it is published
	 * @param published whether it is
	 * @param stance of its claimant, empty where none is chosen
	 * @param span where it stands
	 */
	record Mark(String name, boolean published, String stance, TextSpan span) {

		/** The name within the article. */
		public String brief() {
			return this.name.substring(this.name.indexOf('/') + 1);
		}

	}

	/**
	 * A paragraph.
	 *
	 * @param subhead whether it is a printed subhead, whose mark is not shown
	 * @param parts its text
	 */
	record Paragraph(boolean subhead, List<Part> parts) {
	}

	/**
	 * A sentence, or what stands between two.
	 *
	 * @param number of the sentence among those of the text, from 1; 0 between sentences
	 * @param pieces its text
	 */
	record Part(int number, List<Piece> pieces) {
	}

	/**
	 * A piece of text with the same claims over it.
	 *
	 * @param text the text
	 * @param innermost the claim that is the shortest of them
	 * @param begin the claims that begin with it
	 */
	record Piece(String text, @Nullable Mark innermost, List<Mark> begin) {
	}

	/** Cuts at every end of a sentence and of a claim. */
	private static final class Cutting {

		private final String text;

		private final List<Sentence> sentences;

		private final List<Mark> marks;

		private final TreeSet<Integer> cuts = new TreeSet<>();

		private int sentence;

		Cutting(String text, List<Sentence> sentences, List<Mark> marks) {
			this.text = text;
			this.sentences = sentences;
			this.marks = marks;
			marks.forEach((mark) -> cutAt(mark.span()));
			sentences.forEach((found) -> cutAt(found.span()));
		}

		private void cutAt(TextSpan span) {
			this.cuts.add(span.start());
			this.cuts.add(span.end());
		}

		MarkedText cut() {
			List<Paragraph> paragraphs = new ArrayList<>();
			int start = 0;
			for (String words : this.text.isEmpty() ? new String[0] : this.text.split("\n\n", -1)) {
				boolean subhead = words.startsWith(ArticleText.SUBHEAD);
				int shown = subhead ? ArticleText.SUBHEAD.length() : 0;
				int end = start + words.codePointCount(0, words.length());
				paragraphs.add(new Paragraph(subhead, parts(words.substring(shown), start + shown, end)));
				start = end + 2;
			}
			return new MarkedText(paragraphs);
		}

		/** The parts of words that go from a code point to before another. */
		private List<Part> parts(String words, int start, int end) {
			List<Part> parts = new ArrayList<>();
			List<Integer> ends = new ArrayList<>(this.cuts.subSet(start, false, end, false));
			ends.add(end);
			int from = start;
			int index = 0;
			for (int to : ends) {
				if (to == from) {
					continue;
				}
				int next = words.offsetByCodePoints(index, to - from);
				int number = numberAt(from);
				if (parts.isEmpty() || parts.get(parts.size() - 1).number() != number) {
					parts.add(new Part(number, new ArrayList<>()));
				}
				parts.get(parts.size() - 1).pieces().add(piece(words.substring(index, next), new TextSpan(from, to)));
				from = to;
				index = next;
			}
			return parts;
		}

		/** The number of the sentence over a code point; places only go up. */
		private int numberAt(int place) {
			while (this.sentence < this.sentences.size() && this.sentences.get(this.sentence).span().end() <= place) {
				this.sentence++;
			}
			return (this.sentence < this.sentences.size() && this.sentences.get(this.sentence).span().start() <= place)
					? this.sentence + 1 : 0;
		}

		private Piece piece(String words, TextSpan span) {
			Mark innermost = null;
			List<Mark> begin = new ArrayList<>();
			for (Mark mark : this.marks) {
				if (mark.span().overlaps(span)) {
					if (innermost == null || mark.span().length() < innermost.span().length()) {
						innermost = mark;
					}
					if (mark.span().start() == span.start()) {
						begin.add(mark);
					}
				}
			}
			return new Piece(words, innermost, begin);
		}

	}

}
