package org.catena.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * What an agent is.
 */
public enum AgentKind {

	PERSON,
	/** An organisation, office or state. */
	BODY,
	/** People whom a text does not name. */
	GROUP;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables and pages write it. */
	public String word() {
		return this.word;
	}

}
