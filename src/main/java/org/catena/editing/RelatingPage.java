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
 * @param errors what is to be mended
 * @param notice what else there is to say
 */
record RelatingPage(Side claim, @Nullable Side other, List<Held> relations, List<Candidate> candidates, String words,
		List<Side> found, RelationForm form, FormErrors errors, @Nullable String notice) {

	/** Where a claim is related to others. */
	static String address(String key) {
		return "/admin/claims/" + key + "/relations";
	}

	public String address() {
		return address(this.claim.key());
	}

	public @Nullable String described(String id, @Nullable String hint) {
		String ids = ((hint != null) ? id + "-hint " : "") + (this.errors.has(id) ? id + "-error" : "");
		return ids.isBlank() ? null : ids.strip();
	}

	public String shown(String typed) {
		return Typed.shown(typed);
	}

	/** The types, as they read from the claim to the other. */
	public List<Choice> types() {
		return RelationForm.TYPES;
	}

	/** The two claims, side by side. */
	public List<Side> sides() {
		return (this.other != null) ? List.of(this.claim, this.other) : List.of(this.claim);
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
