package org.catena.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * The values of an article's metadata that each carry a {@link Basis}.
 */
public enum MetadataField {

	TITLE, SUPPLIED_TITLE, AUTHORS, SOURCE, DATE, URL, LANGUAGE, DERIVED_FROM;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables and addresses write it. */
	public String word() {
		return this.word;
	}

}
