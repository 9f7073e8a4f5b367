package org.catena.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * On what a value of the metadata rests.
 */
public enum BasisKind {

	/** It stands in the text as received. */
	PRINTED,
	/** It stands on a public page. */
	PUBLIC_PAGE,
	/** It follows from words of the text or a page; the evidence says from which. */
	INFERRED,
	/** It is generally known, and no page was seen that says so. */
	GENERAL_KNOWLEDGE,
	/** Nothing supports a value, so there is none. */
	UNKNOWN;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables and addresses write it. */
	public String word() {
		return this.word;
	}

}
