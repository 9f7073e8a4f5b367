package org.catena.editing;

import java.util.Locale;

/**
 * What became of a draft. None is ever deleted.
 */
enum DraftState {

	OPEN, IN_REVIEW, PUBLISHED, DISCARDED;

	/** The value as tables write it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static DraftState of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
