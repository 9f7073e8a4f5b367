package org.catena.editing;

import java.util.List;
import java.util.Map;

/**
 * The page on which a source or an agent is edited.
 *
 * @param kind which of the two
 * @param slug its name in addresses
 * @param form what was typed
 * @param now what the archive holds, where somebody else has changed it meanwhile
 */
record NamePage(NameKind kind, String slug, FormPage form, Map<String, String> now) implements FieldPage {

	private static final FormChoices NONE = new FormChoices(List.of(), List.of(), List.of(), List.of());

	public FormErrors errors() {
		return this.form.errors();
	}

	public String value(String id) {
		return this.form.value(id);
	}

	/** What the fields offer. */
	public FormChoices choices() {
		return NONE;
	}

	public BasisForm countryBasis() {
		return new BasisForm(value("country-basis"), value("country-evidence"), value("country-confidence"));
	}

}
