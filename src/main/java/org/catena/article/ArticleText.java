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

	/** Looks at each run of white space once: a run may be as long as the text. */
	private static final Pattern SPACE_AT_ENDS = Pattern.compile("^[\\s\\u00A0]+|(?<![\\s\\u00A0])[\\s\\u00A0]++$");

	/**
	 * Possessive, because Java's other loops over groups need a stack as deep as the
	 * word.
	 */
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’-][\\p{L}\\p{M}\\p{N}]++)*+");

	public ArticleText {
		List<String> paragraphs = new ArrayList<>();
		for (String paragraph : BLANK_LINES.split(normalise(value))) {
			String trimmed = SPACE_AT_ENDS.matcher(paragraph).replaceAll("");
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
		String lines = LINE_END.matcher(text).replaceAll("\n");
		return Normalizer.normalize(UNTEXTUAL.matcher(lines).replaceAll(""), Normalizer.Form.NFC);
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
		return (int) WORD.matcher(this.value).results().count();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
