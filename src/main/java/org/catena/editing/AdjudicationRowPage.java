package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * The page of one row of an adjudication, on which other values can be typed.
 *
 * @param coding the second coding
 * @param row the row
 * @param sent what was typed into its form
 * @param form the claim as it stands in the fields
 * @param byHand whether the fields are shown
 * @param errors what is to be mended
 * @param notice what else there is to say
 * @param choices what the fields offer
 */
record AdjudicationRowPage(SecondCoding coding, AdjudicationRow row, RowForm sent, ClaimForm form, boolean byHand,
		FormErrors errors, @Nullable String notice, FormChoices choices) {

	/** Ids of the elements that describe a field, for {@code aria-describedby}. */
	public @Nullable String described(String id, @Nullable String hint) {
		String ids = ((hint != null) ? id + "-hint " : "") + (this.errors.has(id) ? id + "-error" : "");
		return ids.isBlank() ? null : ids.strip();
	}

	public String shown(String typed) {
		return Typed.shown(typed);
	}

}
