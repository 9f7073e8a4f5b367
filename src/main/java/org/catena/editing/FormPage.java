package org.catena.editing;

import java.util.Map;

/**
 * A form of a few fields, as typed.
 *
 * @param values what was typed, by the ids of the fields
 * @param errors what is to be mended
 */
record FormPage(Map<String, String> values, FormErrors errors) implements FieldPage {

	static FormPage empty() {
		return new FormPage(Map.of(), new FormErrors());
	}

	/** What was typed into a field. */
	public String value(String id) {
		return this.values.getOrDefault(id, "");
	}

}
