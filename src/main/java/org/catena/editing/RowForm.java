package org.catena.editing;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an adjudicator typed into the form of a row.
 *
 * @param fromSecond values that were chosen as the second coding has them
 * @param reason why
 * @param seen the number of the decision that the adjudicator saw; 0 for none
 * @param lastChange the number of the last change of the published claim that the
 * adjudicator saw
 * @param form the claim as typed by hand; null where it was not
 */
record RowForm(Set<ClaimField> fromSecond, String reason, long seen, long lastChange, @Nullable ClaimForm form) {

	static final RowForm EMPTY = new RowForm(Set.of(), "", 0, 0, null);

	static RowForm read(FormParameters sent) {
		Set<ClaimField> fromSecond = EnumSet.noneOf(ClaimField.class);
		for (ClaimField field : ClaimField.values()) {
			if ("second".equals(sent.one("use-" + field.word()))) {
				fromSecond.add(field);
			}
		}
		return new RowForm(fromSecond, sent.one("reason"), number(sent.one("seen")), number(sent.one("last-change")),
				sent.has("by-hand") ? ClaimForm.read(sent, ClaimCheck.ID) : null);
	}

	private static long number(String text) {
		return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
	}

	/** Whether nothing was typed. */
	public boolean isEmpty() {
		return this.fromSecond.isEmpty() && this.reason.isEmpty() && this.form == null;
	}

	/** Whether a value was chosen as the second coding has it. */
	public boolean takesSecond(String field) {
		return this.fromSecond.stream().anyMatch((chosen) -> chosen.word().equals(field));
	}

}
