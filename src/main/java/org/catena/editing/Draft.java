package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * A submission in progress.
 *
 * @param id its number
 * @param owner the account of the editor whose it is
 * @param state what became of it
 * @param article the slug of the article that it edits, or that it became
 * @param articleSha256 of that article when the draft was opened
 * @param form what was typed
 * @param revision goes up by one with every saving, from 1
 */
record Draft(long id, String owner, DraftState state, @Nullable String article, @Nullable String articleSha256,
		ArticleForm form, int revision) implements Markable {

	boolean isOwnedBy(String account) {
		return this.owner.equals(account);
	}

	/** Whether it can still be changed and published. */
	boolean isUnpublished() {
		return this.state == DraftState.OPEN || this.state == DraftState.IN_REVIEW;
	}

	/** The same with another form, as somebody saw it at a revision. */
	Draft with(ArticleForm form, int revision) {
		return new Draft(this.id, this.owner, this.state, this.article, this.articleSha256, form, revision);
	}

	@Override
	public String home() {
		return "/admin/drafts/" + this.id;
	}

	@Override
	public boolean isOpen() {
		return this.state != DraftState.PUBLISHED;
	}

	@Override
	public boolean isSecondCoding() {
		return false;
	}

	@Override
	public boolean hidesPublished(boolean asked) {
		return asked;
	}

}
