package org.catena.plan;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * On what a statement about plans rests. The words are those of the metadata of articles;
 * a statement that rests on nothing is not made.
 */
public enum PlanBasis {

	/** An article of the archive says so, by claims that are named. */
	PRINTED,
	/** A public page says so. */
	PUBLIC_PAGE,
	/** It follows from claims or pages; the evidence says how. */
	INFERRED,
	/** It is generally known, and no page was seen that says so. */
	GENERAL_KNOWLEDGE;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables and pages write it. */
	public String word() {
		return this.word;
	}

}
