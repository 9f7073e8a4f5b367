package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How a claim stands in the current version of its article.
 */
public enum AnchoringState {

	/** Its quote stands in the version on which it was made. */
	EXACT,

	/** Its quote stands in a later version, word for word. */
	MOVED,

	/** Words like its quote stand in a later version, accepted by an editor. */
	FUZZY,

	/** Its quote is not in the current version. */
	ORPHAN;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
