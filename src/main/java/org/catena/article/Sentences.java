package org.catena.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into sentences by the rules of Unicode (UAX 29) as the platform has them.
 * These end a sentence after every full stop before a capital; after an abbreviation or
 * an initial the pieces are joined again, so that "the U.S. Army" stays whole. Where such
 * an abbreviation really ends a sentence, two sentences count as one. Printed subheads
 * are no sentences.
 */
public final class Sentences {

	private static final Pattern ABBREVIATION = Pattern.compile(
			"(?:^|[\\s\\p{Ps}\\p{Pi}\"'])(?:(?:\\p{Lu}\\.)+|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|Jr|vs|No|e\\.g|i\\.e)\\.)\\s*$");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

	private Sentences() {
	}

	/** The sentences of an article's text, in order. */
	public static List<Sentence> of(String text) {
		List<Sentence> sentences = new ArrayList<>();
		int start = 0;
		for (String paragraph : text.split("\n\n", -1)) {
			if (!paragraph.startsWith(ArticleText.SUBHEAD)) {
				addSentences(paragraph, start, sentences);
			}
			start += paragraph.codePointCount(0, paragraph.length()) + 2;
		}
		return sentences;
	}

	/**
	 * Cuts one paragraph.
	 * @param start the paragraph's first code point
	 */
	private static void addSentences(String paragraph, int start, List<Sentence> sentences) {
		BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		breaks.setText(paragraph);
		int from = breaks.first();
		for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
			String words = paragraph.substring(from, to);
			if (to < paragraph.length() && ABBREVIATION.matcher(words).find()) {
				continue;
			}
			if (WORD.matcher(words).find()) {
				sentences.add(sentence(paragraph, start, from, to));
			}
			from = to;
		}
	}

	private static Sentence sentence(String paragraph, int start, int from, int to) {
		int begin = from;
		int end = to;
		while (isSpace(paragraph.charAt(begin))) {
			begin++;
		}
		while (isSpace(paragraph.charAt(end - 1))) {
			end--;
		}
		int first = start + paragraph.codePointCount(0, begin);
		return new Sentence(new TextSpan(first, first + paragraph.codePointCount(begin, end)),
				paragraph.substring(begin, end));
	}

	private static boolean isSpace(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

}
