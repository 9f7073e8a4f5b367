package org.catena.plan;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How much of a plan is known.
 */
public enum Known {

	/** Its text was published: every point is here. */
	WHOLE,
	/** It is known from reports: only the points of which they speak are here. */
	IN_PART;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files and tables write it. */
	public String word() {
		return this.word;
	}

}
