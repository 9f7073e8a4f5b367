package org.catena.ingest;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes values of YAML 1.1 and 1.2: words as they are, everything else between double
 * quotes, as JSON has it.
 */
final class YamlText {

	private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*(-[a-z0-9_]+)*");

	/** Words that some version of YAML takes for something else than text. */
	private static final Set<String> OTHER = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

	private YamlText() {
	}

	/** A value; {@code null} where there is none. */
	static String of(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		String text = value.toString();
		return (WORD.matcher(text).matches() && !OTHER.contains(text)) ? text : quoted(text);
	}

	/** A value between double quotes, on one line. */
	static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			switch (letter) {
				case '"', '\\' -> quoted.append('\\').append(letter);
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> {
					if (isPrintable(letter)) {
						quoted.append(letter);
					}
					else {
						quoted.append(String.format("\\u%04x", (int) letter));
					}
				}
			}
		}
		return quoted.append('"').toString();
	}

	/** Line ends, controls and the byte order mark are written as escapes. */
	private static boolean isPrintable(char letter) {
		return letter >= ' ' && (letter < 0x7F || letter > 0x9F) && letter != '\u2028' && letter != '\u2029'
				&& letter != '\uFEFF' && letter < 0xFFFE;
	}

}
