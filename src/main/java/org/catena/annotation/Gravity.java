package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How grave a discrepancy between a claim and the plan's text is.
 */
public enum Gravity {

	WORDING,

	DEGREE,

	SUBSTANCE;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
