package org.catena.reading;

import java.util.Locale;

import org.catena.search.Scope;

/**
 * What frequencies are counted by: months and sources count articles, points and stances
 * count claims.
 */
enum FrequencyBy {

	MONTH(Scope.ARTICLES), SOURCE(Scope.ARTICLES), POINT(Scope.CLAIMS), STANCE(Scope.CLAIMS);

	private final Scope scope;

	private final String word = name().toLowerCase(Locale.ROOT);

	FrequencyBy(Scope scope) {
		this.scope = scope;
	}

	/** What is counted. */
	public Scope scope() {
		return this.scope;
	}

	/** The value as addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
