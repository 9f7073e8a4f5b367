package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * A page with fields, each with what is to be mended in it.
 */
interface FieldPage {

	/** What is to be mended. */
	FormErrors errors();

	/** Ids of the elements that describe a field, for {@code aria-describedby}. */
	default @Nullable String described(String id, @Nullable String hint) {
		String ids = ((hint != null) ? id + "-hint " : "") + (errors().has(id) ? id + "-error" : "");
		return ids.isBlank() ? null : ids.strip();
	}

	/** What was typed, as a page can show it. */
	default String shown(String typed) {
		return Typed.shown(typed);
	}

}
