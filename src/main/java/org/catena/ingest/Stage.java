package org.catena.ingest;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * Where on the way from a file to the record a problem arose.
 */
public enum Stage {

	/** The file is not of its format. */
	READ,
	/** A value breaks a rule. */
	CHECK,
	/** A quote has no place, or more than one. */
	ANCHOR,
	/** The record could not be written. */
	STORE;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as tables and pages write it. */
	public String word() {
		return this.word;
	}

}
