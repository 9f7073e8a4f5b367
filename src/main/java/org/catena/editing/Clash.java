package org.catena.editing;

import org.catena.editing.Merge.Merged;

/**
 * That somebody else changed what an editor has changed too, as the page shows it.
 *
 * @param theirs where the other's values are: {@code article}, or {@code revision:7} of
 * the draft
 * @param by who the other is, empty where that is not known
 * @param merged what was joined, and what is to be chosen
 */
record Clash(String theirs, String by, Merged merged) {

	public boolean isOfArticle() {
		return this.theirs.equals("article");
	}

	/** How the other is called in a sentence. */
	public String other() {
		return this.by.isEmpty() ? "somebody else" : this.by;
	}

}
