package org.catena.search;

import java.util.Locale;

/**
 * What is searched for.
 */
public enum Scope {

	ARTICLES, CLAIMS;

	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
