package org.catena.search;

import java.util.Locale;

/**
 * The order of hits. By date, an article that can have appeared on several days counts by
 * its last day for {@link #NEWEST}, by its first for {@link #OLDEST}; one without a date
 * comes last.
 */
public enum Sort {

	RELEVANCE, NEWEST, OLDEST;

	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
