package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * Which text of the plan a claim speaks of.
 */
public enum PlanVersion {

	ORIGINAL,

	REVISED,

	UNSPECIFIED;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
