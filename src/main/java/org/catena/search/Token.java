package org.catena.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a query as typed.
 */
sealed interface Token {

	/** Quotation marks of all sorts, which word processors put. */
	String QUOTES = "\"“”„‟«»＂";

	Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{1,9}))?");

	/** A name before a colon with something after it. */
	Pattern FIELD = Pattern.compile("(\\p{L}{2,12}):(?=[^\\s:/])");

	Pattern SLOP = Pattern.compile("~(\\d{0,9})");

	/** A piece without spaces that is no operator. */
	record Plain(String text) implements Token {
	}

	/**
	 * Words in quotation marks, of which the second can be missing.
	 *
	 * @param text the words
	 * @param closed whether the second mark is there
	 * @param slop the number after {@code ~}, or 0
	 */
	record Quoted(String text, boolean closed, int slop) implements Token {
	}

	/** The name of a field, in lower case; what it is asked for follows. */
	record FieldName(String name) implements Token {
	}

	/** {@code NEAR}, with the number of words, or 0 where none is given. */
	record Near(int within) implements Token {
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
				at = quoted(typed, at, tokens);
			}
			else if ("()|".indexOf(letter) >= 0 || ("+-−".indexOf(letter) >= 0 && isFollowed(typed, at))) {
				tokens.add(sign(letter));
				at++;
			}
			else {
				at = word(typed, at, tokens);
			}
		}
		return tokens;
	}

	private static int quoted(String typed, int at, List<Token> tokens) {
		int end = at + 1;
		while (end < typed.length() && QUOTES.indexOf(typed.charAt(end)) < 0) {
			end++;
		}
		boolean closed = end < typed.length();
		Matcher slop = SLOP.matcher(typed).region(Math.min(end + 1, typed.length()), typed.length());
		boolean loose = closed && slop.lookingAt() && !slop.group(1).isEmpty();
		tokens.add(new Quoted(typed.substring(at + 1, end), closed, loose ? Integer.parseInt(slop.group(1)) : 0));
		return loose ? slop.end() : end + 1;
	}

	private static int word(String typed, int at, List<Token> tokens) {
		Matcher field = FIELD.matcher(typed).region(at, typed.length());
		if (field.lookingAt()) {
			String name = field.group(1).toLowerCase(Locale.ROOT);
			if (QueryField.find(name) != null) {
				tokens.add(new FieldName(name));
				return field.end();
			}
		}
		int end = at;
		while (end < typed.length() && !isSpace(typed.charAt(end)) && (QUOTES + "()|").indexOf(typed.charAt(end)) < 0) {
			end++;
		}
		tokens.add(word(typed.substring(at, end)));
		return end;
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
		Matcher near = NEAR.matcher(text);
		if (near.matches()) {
			return new Near((near.group(1) != null) ? Integer.parseInt(near.group(1)) : 0);
		}
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
