package org.catena.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * Who handed in an article last: the corpus files, or an editor.
 */
public enum Origin {

	CORPUS, EDITOR;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as tables write it. */
	public String word() {
		return this.word;
	}

}
