package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * What kind of statement a claim is.
 */
public enum Kind {

	/** What is or was. */
	DESCRIPTIVE,

	/** A refusal or judgement of worth, in any tense. */
	EVALUATIVE,

	/** An event said to come or to follow. */
	PREDICTIVE,

	/** A demand or proposal. */
	NORMATIVE;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
