package org.catena.search;

import java.util.Locale;

/**
 * The order of a concordance's lines. Lines that are equal so far follow their articles,
 * the newest first, and within an article its text.
 */
public enum LineSort {

	/** By the words before the match, from it backwards. */
	LEFT,
	/** By the words after the match. */
	RIGHT,
	/** As {@link Sort#NEWEST}. */
	NEWEST,
	/** As {@link Sort#OLDEST}. */
	OLDEST,
	/** By the source's name. */
	SOURCE;

	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as addresses and pages write it. */
	public String word() {
		return this.word;
	}

	/** The order in which the articles are read. */
	Sort ofArticles() {
		return (this == OLDEST) ? Sort.OLDEST : Sort.NEWEST;
	}

}
