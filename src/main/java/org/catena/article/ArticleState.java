package org.catena.article;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * Whether an article is shown. Nothing is deleted: a withdrawn article keeps its address
 * and says why.
 */
public enum ArticleState {

	PUBLISHED, WITHDRAWN;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as tables write it. */
	public String word() {
		return this.word;
	}

}
