package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How a claim stands in the current version of its article.
 */
public enum AnchoringState {

	/** Its quote stands word for word where it stood when it was made. */
	EXACT,

	/** Its quote stands word for word at another place of a later version. */
	MOVED,

	/** Words like its quote stand in its place in a later version. */
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
