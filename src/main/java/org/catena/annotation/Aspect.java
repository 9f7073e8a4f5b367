package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * The side of the plan that a claim concerns: the first that applies, in this order.
 */
public enum Aspect {

	ORIGIN,

	CONTENT,

	ACCEPTABILITY,

	CONSEQUENCES,

	MEDIATORS,

	PROCESS;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
