package org.catena.editing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form of a few fields, as typed.
 *
 * @param values what was typed, by the ids of the fields
 * @param errors what is to be mended
 */
record FormPage(Map<String, String> values, FormErrors errors) {

	static FormPage empty() {
		return new FormPage(Map.of(), new FormErrors());
	}

	/** What was typed into a field. */
	public String value(String id) {
		return this.values.getOrDefault(id, "");
	}

	/** Ids of the elements that describe a field, for {@code aria-describedby}. */
	public @Nullable String described(String id, @Nullable String hint) {
		String ids = ((hint != null) ? id + "-hint " : "") + (this.errors.has(id) ? id + "-error" : "");
		return ids.isBlank() ? null : ids.strip();
	}

	public String shown(String typed) {
		return Typed.shown(typed);
	}

}
