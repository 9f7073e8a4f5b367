package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * Of the claimant towards the target as it stands.
 */
public enum Stance {

	SUPPORTS,

	OPPOSES,

	MIXED,

	NEUTRAL;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
