package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * What the stance of a claim is towards.
 */
public enum Target {

	PLAN,

	POINT,

	MEDIATORS,

	PROCESS,

	UKRAINE_POSITION,

	RUSSIA_POSITION,

	EUROPE_ROLE;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
