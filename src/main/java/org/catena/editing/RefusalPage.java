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

}
