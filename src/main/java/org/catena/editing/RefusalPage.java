package org.catena.editing;

/**
 * A page that says why something is not to be had.
 *
 * @param title what is the matter
 * @param sentence what to do
 */
record RefusalPage(String title, String sentence) {

	/** What people read who may not do what they asked for. */
	static RefusalPage notForThisAccount() {
		return new RefusalPage("Your account may not do this",
				"Nothing was changed. Editors write drafts and submit them, reviewers publish, administrators keep "
						+ "accounts, sources and agents. Ask an administrator if you need more.");
	}

	/** What people read who sent a form that nothing of this session belongs to. */
	static RefusalPage openTooLong() {
		return new RefusalPage("This was not done",
				"The page had been open for too long, or was sent from another site. "
						+ "Open it again and repeat what you wanted to do.");
	}

	/** What people read whose session had ended when they handed in a file. */
	static RefusalPage fileOfNobody() {
		return new RefusalPage("The file was not taken",
				"Your session had ended, and files are not kept for people who "
						+ "are not logged in. Log in, then hand the file in again.");
	}

}
