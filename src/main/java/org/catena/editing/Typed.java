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

	/**
	 * A confidence as people write it: without zeros at its end.
	 * @throws IllegalArgumentException when it is none; as others may have more digits
	 * than the memory can hold, they are not written out
	 */
	static String confidence(@Nullable BigDecimal number) {
		if (number == null) {
			return "";
		}
		if (!isConfidence(number)) {
			throw new IllegalArgumentException("Not from 0 to 1 with two decimals: " + number);
		}
		return number.stripTrailingZeros().toPlainString();
	}

	/** Whether a number is from 0 to 1 with two decimals at most. */
	static boolean isConfidence(BigDecimal number) {
		return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0
				&& number.stripTrailingZeros().scale() <= 2;
	}

	/**
	 * As a page can show it: without controls and unpaired surrogates, which no page can
	 * hold.
	 */
	static String shown(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\r\\n\\t]]", "");
	}

}
