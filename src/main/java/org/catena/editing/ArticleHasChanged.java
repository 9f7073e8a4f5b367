package org.catena.editing;

/**
 * An article was changed by somebody else after a draft of it was opened.
 */
class ArticleHasChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ArticleHasChanged() {
		super("The article has changed since the draft was opened");
	}

}
