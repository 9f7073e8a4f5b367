package org.catena.editing;

/**
 * The page on which a piece is handed in.
 *
 * @param fetching whether the server fetches pages
 * @param text what was pasted
 * @param address what was to be fetched
 * @param from where a pasted or handed in piece stands
 * @param errors why it was not taken
 */
record IntakePage(boolean fetching, String text, String address, String from, FormErrors errors) implements FieldPage {

	/** Whether a file was handed in. */
	public boolean isFile() {
		return this.errors.anyIn("file");
	}

}
