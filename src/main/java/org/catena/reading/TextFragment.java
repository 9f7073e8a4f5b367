package org.catena.reading;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Words of a page as a browser finds them: a text directive as the WICG's "URL Fragment
 * Text Directives" defines it. It is made of the archived text, so it leads to the words
 * as long as the page still has them.
 *
 * @param prefix words immediately before, where the words alone occur elsewhere too
 * @param start the words, or their beginning
 * @param end their end, where they are long or run over several lines
 * @param suffix words immediately after, where the words alone occur elsewhere too
 */
record TextFragment(@Nullable String prefix, String start, @Nullable String end, @Nullable String suffix) {

	/** Characters from which on words are given by their beginning and their end. */
	static final int LONG = 300;

	/** How many words of context, of a beginning, of an end are tried in turn. */
	private static final int[] WORDS = { 4, 8, 16, 32 };

	/**
	 * Makes the directive of a span.
	 * @param text the text of an article version
	 * @param span a span of it
	 * @return the directive, or null when there is no word under the span
	 */
	static @Nullable TextFragment of(String text, TextSpan span) {
		int from = text.offsetByCodePoints(0, span.start());
		int to = text.offsetByCodePoints(from, span.length());
		// Browsers find whole words only.
		BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
		words.setText(text);
		from = words.isBoundary(from) ? from : words.preceding(from);
		to = words.isBoundary(to) ? to : words.following(to);
		List<String> lines = lines(text.substring(from, to));
		if (lines.isEmpty()) {
			return null;
		}
		String first = lines.get(0);
		String last = lines.get(lines.size() - 1);
		if (lines.size() == 1 && (first.length() <= LONG || first.split(" ").length < 2 * WORDS[0])) {
			return exact(text, from, to, first);
		}
		int most = (lines.size() > 1) ? Integer.MAX_VALUE : first.split(" ").length / 2;
		String start = first;
		for (int count : WORDS) {
			start = head(first, Math.min(count, most));
			if (places(start, text) == 1) {
				break;
			}
		}
		String end = last;
		for (int count : WORDS) {
			end = tail(last, Math.min(count, most));
			if (places(end, text.substring(from, to)) == 1) {
				break;
			}
		}
		return new TextFragment((places(start, text) == 1) ? null : before(text, from, WORDS[1]), start, end, null);
	}

	/** The address of the words on a page. */
	String on(String url) {
		return url + (url.contains("#") ? "" : "#") + ":~:" + this;
	}

	@Override
	public String toString() {
		return "text=" + ((this.prefix != null) ? encode(this.prefix) + "-," : "") + encode(this.start)
				+ ((this.end != null) ? "," + encode(this.end) : "")
				+ ((this.suffix != null) ? ",-" + encode(this.suffix) : "");
	}

	/** Words that occur once need no context; others get as much as tells them apart. */
	private static TextFragment exact(String text, int from, int to, String words) {
		TextFragment fragment = new TextFragment(null, words, null, null);
		boolean unique = places(words, text) == 1;
		for (int i = 0; !unique && i < WORDS.length; i++) {
			fragment = new TextFragment(before(text, from, WORDS[i]), words, null, after(text, to, WORDS[i]));
			unique = places(((fragment.prefix != null) ? fragment.prefix : "") + words
					+ ((fragment.suffix != null) ? fragment.suffix : ""), text) == 1;
		}
		return fragment;
	}

	private static @Nullable String before(String text, int from, int count) {
		List<String> line = lines(text.substring(text.lastIndexOf('\n', from - 1) + 1, from));
		return line.isEmpty() ? null : tail(line.get(0), count);
	}

	private static @Nullable String after(String text, int to, int count) {
		int end = text.indexOf('\n', to);
		List<String> line = lines(text.substring(to, (end < 0) ? text.length() : end));
		return line.isEmpty() ? null : head(line.get(0), count);
	}

	/**
	 * The lines that have words, space in them as one blank, without marks of subheads.
	 */
	private static List<String> lines(String text) {
		return Arrays.stream(text.split("\n"))
			.map((line) -> line.startsWith(ArticleText.SUBHEAD) ? line.substring(ArticleText.SUBHEAD.length()) : line)
			.map((line) -> line.replaceAll("\\s+", " ").strip())
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private static String head(String line, int words) {
		String[] all = line.split(" ");
		return String.join(" ", Arrays.copyOf(all, Math.min(words, all.length)));
	}

	private static String tail(String line, int words) {
		String[] all = line.split(" ");
		return String.join(" ", Arrays.copyOfRange(all, Math.max(0, all.length - words), all.length));
	}

	/**
	 * In how many places words stand, at most two being counted; case is ignored, as
	 * browsers do.
	 */
	private static int places(String words, String text) {
		String all = bare(text);
		String sought = bare(words);
		int first = all.indexOf(sought);
		return (first < 0) ? 0 : (all.indexOf(sought, first + 1) < 0) ? 1 : 2;
	}

	private static String bare(String text) {
		return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
	}

	/** A dash, a comma, an ampersand are the directive's own signs. */
	private static String encode(String words) {
		return UriUtils.encode(words, StandardCharsets.UTF_8).replace("-", "%2D");
	}

}
