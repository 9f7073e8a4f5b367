package org.catena.editing;

import java.util.List;

import org.catena.editing.RelatingRows.Held;
import org.catena.editing.RelatingRows.Side;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a claim is related to others.
 *
 * @param claim the claim
 * @param other the claim that was chosen beside it
 * @param relations what holds already
 * @param candidates claims that are likely to stand in a relation to it
 * @param words what was searched for
 * @param found what was found
 * @param form what was typed
 * @param refused the relation whose withdrawal was refused, where one was
 * @param errors what is to be mended
 * @param notice what else there is to say
 */
record RelatingPage(Side claim, @Nullable Side other, List<Held> relations, List<Candidate> candidates, String words,
		List<Side> found, RelationForm form, @Nullable Refused refused, FormErrors errors,
		@Nullable String notice) implements FieldPage {

	/** Where a claim is related to others. */
	static String address(String key) {
		return "/admin/claims/" + key + "/relations";
	}

	public String address() {
		return address(this.claim.key());
	}

	/** The types, as they read from the claim to the other. */
	public List<Choice> types() {
		return RelationForm.TYPES;
	}

	/** The two claims, side by side. */
	public List<Side> sides() {
		return (this.other != null) ? List.of(this.claim, this.other) : List.of(this.claim);
	}

	/** What was typed as the reason for withdrawing a relation; null for another one. */
	public @Nullable String reasonAgainst(Held held) {
		return (this.refused != null && this.refused.isOf(held)) ? this.refused.reason() : null;
	}

	/**
	 * A relation whose withdrawal was refused.
	 *
	 * @param type its type
	 * @param from the id of the claim from which it goes
	 * @param to the id of the other
	 * @param reason as typed
	 */
	record Refused(String type, String from, String to, String reason) {

		boolean isOf(Held held) {
			return this.type.equals(held.type()) && this.from.equals(held.from()) && this.to.equals(held.to());
		}

	}

	/**
	 * A claim that may stand in a relation.
	 *
	 * @param claim the claim
	 * @param reasons why it is proposed
	 */
	record Candidate(Side claim, List<String> reasons) {
	}

}
