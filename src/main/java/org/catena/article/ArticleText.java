package org.catena.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of an article in the form in which the archive keeps and counts it: Unicode
 * NFC, line feeds, paragraphs parted by one blank line, no white space at their ends. A
 * paragraph that begins with {@code "## "} is a printed subhead. Characters that no text
 * can hold (controls, unpaired surrogates) are left out.
 *
 * @param value the text
 */
public record ArticleText(String value) {

	/** The mark of a printed subhead at the beginning of its paragraph. */
	public static final String SUBHEAD = "## ";

	private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029|\\u0085");

	private static final Pattern UNTEXTUAL = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\uFFFE\\uFFFF&&[^\\n\\t]]");

	private static final Pattern BLANK_LINES = Pattern.compile("\\n[\\s\\u00A0]*\\n");

	/** Kinds of characters of words: letters, marks and numbers. */
	private static final int OF_WORDS = kinds(Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER,
			Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.NON_SPACING_MARK,
			Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK, Character.DECIMAL_DIGIT_NUMBER,
			Character.LETTER_NUMBER, Character.OTHER_NUMBER);

	public ArticleText {
		List<String> paragraphs = new ArrayList<>();
		for (String paragraph : BLANK_LINES.split(normalise(value))) {
			String trimmed = withoutSpaceAtEnds(paragraph);
			if (!trimmed.isEmpty()) {
				paragraphs.add(trimmed);
			}
		}
		value = String.join("\n\n", paragraphs);
	}

	/**
	 * Puts any text, a quote for instance, into the characters of the archive: NFC, line
	 * feeds, nothing that is not text. White space stays.
	 */
	public static String normalise(String text) {
		// Looking at each character once is much faster than the patterns, which hardly
		// any text needs.
		String plain = text.chars().allMatch(ArticleText::isPlain) ? text
				: UNTEXTUAL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
		return Normalizer.normalize(plain, Normalizer.Form.NFC);
	}

	/** Whether a UTF-16 unit stays as it is, whatever stands beside it. */
	private static boolean isPlain(int unit) {
		return (unit >= ' ' && unit < 0x7F) || unit == '\n' || unit == '\t'
				|| (unit > 0x9F && !Character.isSurrogate((char) unit) && unit != 0x2028 && unit != 0x2029
						&& unit != 0xFEFF && unit < 0xFFFE);
	}

	private static String withoutSpaceAtEnds(String paragraph) {
		int from = 0;
		int to = paragraph.length();
		while (from < to && isSpace(paragraph.charAt(from))) {
			from++;
		}
		while (to > from && isSpace(paragraph.charAt(to - 1))) {
			to--;
		}
		return paragraph.substring(from, to);
	}

	private static boolean isSpace(char letter) {
		return letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == '\u00A0';
	}

	/** Whether there is nothing to read. */
	public boolean isEmpty() {
		return this.value.isEmpty();
	}

	/** The length in Unicode code points. */
	public int codePoints() {
		return this.value.codePointCount(0, this.value.length());
	}

	/**
	 * The number of words: runs of letters and digits, joined by hyphen or apostrophe.
	 */
	public int words() {
		int words = 0;
		boolean within = false;
		for (int at = 0; at < this.value.length(); at += Character.charCount(this.value.codePointAt(at))) {
			int letter = this.value.codePointAt(at);
			if (isOfWords(letter)) {
				words += within ? 0 : 1;
				within = true;
			}
			else {
				within = within && (letter == '-' || letter == '\'' || letter == '’') && at + 1 < this.value.length()
						&& isOfWords(this.value.codePointAt(at + 1));
			}
		}
		return words;
	}

	private static boolean isOfWords(int letter) {
		return (OF_WORDS & (1 << Character.getType(letter))) != 0;
	}

	private static int kinds(byte... kinds) {
		int all = 0;
		for (byte kind : kinds) {
			all |= 1 << kind;
		}
		return all;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
