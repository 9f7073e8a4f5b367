package org.catena.ingest;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How grave a problem is.
 */
public enum Level {

	/** Something was left out. */
	ERROR,
	/** Everything was taken in, but something should be looked at. */
	WARNING;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as tables and pages write it. */
	public String word() {
		return this.word;
	}

}
