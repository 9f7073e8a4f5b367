package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How certain the claim is said to be.
 */
public enum Certainty {

	ASSERTED,

	/** By "may", "likely". */
	HEDGED,

	/** By "allegedly", "as the press reports". */
	ALLEGED;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
