package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * What claims are marked in: a draft, or a second coding of a published text.
 */
sealed interface Markable permits Draft, SecondCoding {

	long id();

	/** The account of the editor whose it is. */
	String owner();

	/** The slug of the published article whose claims stand beside. */
	@Nullable String article();

	/** The text with the claims that are marked in it. */
	ArticleForm form();

	/** Goes up by one with every saving, from 1. */
	int revision();

	/** The address of the page that it belongs to. */
	String home();

	/** Whether claims can still be marked in it. */
	boolean isOpen();

	/** Whether it is a second coding. */
	boolean isSecondCoding();

	/**
	 * Whether published claims are hidden.
	 * @param asked whether its owner asks for it at the moment
	 */
	boolean hidesPublished(boolean asked);

	/** The address at which claims are marked. */
	default String marking() {
		return home() + "/marking";
	}

	/** What pages call it. */
	default String noun() {
		return isSecondCoding() ? "coding" : "draft";
	}

	/** What becomes of it when everything is mended. */
	default String completed() {
		return isSecondCoding() ? "finished" : "published";
	}

}
