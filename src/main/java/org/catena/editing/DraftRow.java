package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * A draft in a list.
 *
 * @param id its number
 * @param title by which it is called; may be empty
 * @param article the slug of the article that it edits
 * @param updatedAt when it was saved last
 * @param owner the account of the editor whose it is
 * @param state what became of it
 * @param stepAt when it was submitted, or sent back
 * @param returnedBy who sent it back, where that was the last thing that happened
 * @param remark what that person said
 */
record DraftRow(long id, String title, @Nullable String article, When updatedAt, String owner, DraftState state,
		When stepAt, @Nullable String returnedBy, @Nullable String remark) {

	public boolean isInReview() {
		return this.state == DraftState.IN_REVIEW;
	}

	/** By which a list calls it. */
	public String label() {
		return this.title.isEmpty() ? "Untitled draft " + this.id : this.title;
	}

}
