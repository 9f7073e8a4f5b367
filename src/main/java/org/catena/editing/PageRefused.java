package org.catena.editing;

import org.springframework.http.HttpStatus;

/**
 * A page is not to be had, and says why.
 */
class PageRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final transient RefusalPage page;

	private PageRefused(HttpStatus status, String title, String sentence) {
		super(title);
		this.status = status;
		this.page = new RefusalPage(title, sentence);
	}

	static PageRefused noDraft() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such draft",
				"Check the address, or choose one of your drafts on the editors’ page.");
	}

	static PageRefused draftOfSomebodyElse() {
		return new PageRefused(HttpStatus.FORBIDDEN, "This draft belongs to another editor",
				"Only its owner can see and change it, and reviewers while it waits for review. Your own drafts are on "
						+ "the editors’ page.");
	}

	static PageRefused isBusy(Markable work) {
		return new PageRefused(HttpStatus.CONFLICT,
				"This " + work.noun() + " is being saved "
						+ (work.isSecondCoding() ? "in several windows" : "by several people") + " at once",
				"Nothing was saved. Go back in your browser, where what you typed still is, and save again.");
	}

	static PageRefused tooManyRows() {
		return new PageRefused(HttpStatus.CONTENT_TOO_LARGE, "The form is too large",
				"Nothing was saved. Go back in your browser: what you typed is still there. A draft may have 500 claims.");
	}

	static PageRefused noSecondCoding() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such second coding",
				"Check the address, or choose one of the list. Its article may have been withdrawn.");
	}

	static PageRefused codingOfSomebodyElse() {
		return new PageRefused(HttpStatus.FORBIDDEN, "This second coding belongs to another editor",
				"Only its coder sees it until it is finished; then reviewers do.");
	}

	static PageRefused ownCoding() {
		return new PageRefused(HttpStatus.FORBIDDEN, "Nobody adjudicates a coding of one’s own",
				"Another reviewer settles where your coding and the first one differ.");
	}

	static PageRefused notFinished() {
		return new PageRefused(HttpStatus.CONFLICT, "This second coding is not finished",
				"It is adjudicated when its coder has finished it.");
	}

	static PageRefused noRow() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such row",
				"Check the address, or choose a row on the page of the adjudication.");
	}

	static PageRefused notForThisAccount() {
		RefusalPage page = RefusalPage.notForThisAccount();
		return new PageRefused(HttpStatus.FORBIDDEN, page.title(), page.sentence());
	}

	static PageRefused onlyReviewersDoThis() {
		return new PageRefused(HttpStatus.FORBIDDEN, "Your account may not do this",
				"The draft is saved. Only reviewers publish drafts and send them back: submit it for review.");
	}

	static PageRefused noAccount() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such account",
				"Check the address, or choose one of the list of accounts.");
	}

	static PageRefused noName(String what) {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such " + what,
				"Check the address, or choose one of the list. It may have been merged into another.");
	}

	static PageRefused noArticle() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such article to edit",
				"It may have been withdrawn. Check the address, or look for it among the articles.");
	}

	static PageRefused noClaim() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such claim",
				"It may have been withdrawn, or its article. Check the address, or look for it among the claims.");
	}

	static PageRefused noRun() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such report",
				"Check the address, or choose one of the list of reports.");
	}

	static PageRefused noPiece() {
		return new PageRefused(HttpStatus.NOT_FOUND, "There is no such piece",
				"Check the address, or hand the piece in again.");
	}

	static PageRefused unreadable(String reason) {
		return new PageRefused(HttpStatus.UNPROCESSABLE_CONTENT, "The piece cannot be read", reason);
	}

	HttpStatus status() {
		return this.status;
	}

	RefusalPage page() {
		return this.page;
	}

}
