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
		FormErrors errors, @Nullable String notice, FormChoices choices) implements FieldPage {
}
