package org.catena.agreement;

import java.util.List;

import org.catena.article.Sentence;
import org.catena.article.Sentences;
import org.catena.article.TextSpan;

/**
 * How much of an article's text is marked, and which sentences carry no claim.
 *
 * @param text the article
 * @param sentences its sentences
 * @param passedOver those that no span of a shown claim touches
 * @param codePoints the length of its sentences in code points
 * @param marked how many of these lie under a claim
 */
public record Coverage(TextRef text, int sentences, List<PassedOver> passedOver, int codePoints, int marked) {

	/**
	 * Lays claims over a text.
	 * @param article the article
	 * @param text its current text
	 * @param spans the spans of the claims that are shown
	 */
	static Coverage of(TextRef article, String text, List<TextSpan> spans) {
		List<Sentence> sentences = Sentences.of(text);
		java.util.BitSet marked = new java.util.BitSet();
		spans.forEach((span) -> marked.set(span.start(), span.end()));
		List<PassedOver> passedOver = new java.util.ArrayList<>();
		int length = 0;
		int under = 0;
		for (int i = 0; i < sentences.size(); i++) {
			TextSpan span = sentences.get(i).span();
			length += span.length();
			int common = marked.get(span.start(), span.end()).cardinality();
			under += common;
			if (common == 0) {
				passedOver.add(new PassedOver(i + 1, sentences.get(i)));
			}
		}
		return new Coverage(article, sentences.size(), passedOver, length, under);
	}

	/** Sentences that carry a claim. */
	public int covered() {
		return this.sentences - this.passedOver.size();
	}

	/** The share of the sentences that carry a claim. */
	public Figure share() {
		return Figure.ratio(covered(), this.sentences);
	}

	/** The share of the characters that lie under a claim. */
	public Figure markedShare() {
		return Figure.ratio(this.marked, this.codePoints);
	}

	/**
	 * A sentence without a claim.
	 *
	 * @param number its place among the article's sentences, from 1
	 * @param sentence the sentence
	 */
	public record PassedOver(int number, Sentence sentence) {
	}

}
