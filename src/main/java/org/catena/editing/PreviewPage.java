package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;

/**
 * A draft's text with the quotes of its claims, as it would be published.
 *
 * @param draft the number of the draft
 * @param title its title
 * @param paragraphs the text
 * @param added where the quotes of new claims stand
 */
record PreviewPage(long draft, String title, List<Paragraph> paragraphs, List<QuotePlace> added) {

	static PreviewPage of(Draft draft) {
		String text = new ArticleText(draft.form().text()).value();
		List<QuotePlace> added = new ArrayList<>();
		for (ClaimForm claim : draft.form().claims()) {
			int number = added.size() + 1;
			added.add(QuotePlace.of(number, "Claim " + number, QuotePlace.quote(claim), text));
		}
		return new PreviewPage(draft.id(), draft.form().label(), paragraphs(text, added), added);
	}

	public boolean isEmpty() {
		return this.paragraphs.stream().allMatch((paragraph) -> paragraph.pieces().get(0).text().isEmpty());
	}

	public long found() {
		return this.added.stream().filter(QuotePlace::isFound).count();
	}

	private static List<Paragraph> paragraphs(String text, List<QuotePlace> places) {
		TreeSet<Integer> cuts = new TreeSet<>();
		for (QuotePlace place : places) {
			TextSpan span = place.span();
			if (span != null) {
				cuts.add(span.start());
				cuts.add(span.end());
			}
		}
		List<Paragraph> paragraphs = new ArrayList<>();
		int start = 0;
		for (String paragraph : text.split("\n\n", -1)) {
			boolean subhead = paragraph.startsWith(ArticleText.SUBHEAD);
			int end = start + paragraph.codePointCount(0, paragraph.length());
			paragraphs.add(new Paragraph(subhead, pieces(paragraph, start, end, cuts, places)));
			start = end + 2;
		}
		return paragraphs;
	}

	/**
	 * The pieces of a paragraph that goes from {@code start} to before {@code end}, in
	 * code points.
	 */
	private static List<Piece> pieces(String paragraph, int start, int end, TreeSet<Integer> cuts,
			List<QuotePlace> places) {
		List<Piece> pieces = new ArrayList<>();
		List<Integer> ends = new ArrayList<>(cuts.subSet(start, false, end, false));
		ends.add(end);
		int from = start;
		int index = 0;
		for (int to : ends) {
			int next = paragraph.offsetByCodePoints(index, to - from);
			// The mark of a subhead is counted, and not shown.
			int shown = (index == 0 && paragraph.startsWith(ArticleText.SUBHEAD)) ? ArticleText.SUBHEAD.length()
					: index;
			pieces
				.add(piece(paragraph.substring(Math.min(shown, next), next), from, numbers(from, to, places), places));
			from = to;
			index = next;
		}
		return pieces;
	}

	private static Piece piece(String text, int from, List<Integer> claims, List<QuotePlace> places) {
		List<Integer> begin = claims.stream().filter((number) -> {
			TextSpan span = places.get(number - 1).span();
			return span != null && span.start() == from;
		}).toList();
		return new Piece(text, claims, begin);
	}

	private static List<Integer> numbers(int from, int to, List<QuotePlace> places) {
		List<Integer> numbers = new ArrayList<>();
		for (QuotePlace place : places) {
			TextSpan span = place.span();
			if (span != null && span.start() < to && from < span.end()) {
				numbers.add(place.number());
			}
		}
		return numbers;
	}

	/**
	 * A paragraph.
	 *
	 * @param subhead whether it is a printed subhead
	 * @param pieces its text
	 */
	record Paragraph(boolean subhead, List<Piece> pieces) {
	}

	/**
	 * A piece of text with the same claims over it.
	 *
	 * @param text the text
	 * @param claims the numbers of the claims, from 1
	 * @param begin the numbers of those that begin with it
	 */
	record Piece(String text, List<Integer> claims, List<Integer> begin) {

		public boolean isMarked() {
			return !this.claims.isEmpty();
		}

		public String names() {
			return String.join(", ", this.claims.stream().map(String::valueOf).toList());
		}

	}

}
