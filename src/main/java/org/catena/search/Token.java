package org.catena.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a query as typed.
 */
sealed interface Token {

	/** Quotation marks of all sorts, which word processors put. */
	String QUOTES = "\"“”„‟«»＂";

	/** A piece without spaces that is no operator. */
	record Plain(String text) implements Token {
	}

	/** Words in quotation marks, of which the second can be missing. */
	record Quoted(String text, boolean closed) implements Token {
	}

	/** {@code OR} or {@code |}. */
	record Or() implements Token {
	}

	/** {@code AND} or {@code +}, which change nothing. */
	record And() implements Token {
	}

	/** {@code NOT}, or a minus sign before a word, phrase or bracket. */
	record Minus() implements Token {
	}

	/** An opening bracket. */
	record Open() implements Token {
	}

	/** A closing bracket. */
	record Close() implements Token {
	}

	/** Cuts a query into pieces. */
	static List<Token> read(String typed) {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < typed.length()) {
			char letter = typed.charAt(at);
			if (isSpace(letter)) {
				at++;
			}
			else if (QUOTES.indexOf(letter) >= 0) {
				int end = at + 1;
				while (end < typed.length() && QUOTES.indexOf(typed.charAt(end)) < 0) {
					end++;
				}
				tokens.add(new Quoted(typed.substring(at + 1, end), end < typed.length()));
				at = end + 1;
			}
			else if ("()|".indexOf(letter) >= 0 || ("+-−".indexOf(letter) >= 0 && isFollowed(typed, at))) {
				tokens.add(sign(letter));
				at++;
			}
			else {
				int end = at;
				while (end < typed.length() && !isSpace(typed.charAt(end))
						&& (QUOTES + "()|").indexOf(typed.charAt(end)) < 0) {
					end++;
				}
				tokens.add(word(typed.substring(at, end)));
				at = end;
			}
		}
		return tokens;
	}

	/** A dash between spaces is punctuation. */
	private static boolean isFollowed(String typed, int at) {
		return at + 1 < typed.length() && !isSpace(typed.charAt(at + 1));
	}

	private static Token sign(char letter) {
		return switch (letter) {
			case '(' -> new Open();
			case ')' -> new Close();
			case '|' -> new Or();
			case '+' -> new And();
			default -> new Minus();
		};
	}

	private static Token word(String text) {
		return switch (text) {
			case "OR" -> new Or();
			case "AND" -> new And();
			case "NOT" -> new Minus();
			default -> new Plain(text);
		};
	}

	private static boolean isSpace(char letter) {
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
	}

}
