package org.catena.editing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into a field.
 */
final class Typed {

	private Typed() {
	}

	/** A value of a snapshot, or of the record, that may be missing. */
	static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/** A number as people write it: without zeros at its end. */
	static String number(@Nullable BigDecimal number) {
		return (number != null) ? number.stripTrailingZeros().toPlainString() : "";
	}

	/**
	 * As a page can show it: without controls and unpaired surrogates, which no page can
	 * hold.
	 */
	static String shown(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\r\\n\\t]]", "");
	}

}
