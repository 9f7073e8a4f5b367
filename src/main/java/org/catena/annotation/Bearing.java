package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How a claim bears on a point.
 */
public enum Bearing {

	/** It states, retells or judges the point. */
	ABOUT,

	/** It speaks of the matter that the point regulates, not of the plan's rule. */
	TOUCHES;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
