package org.catena.editing;

/**
 * A draft cannot be published as it is; nothing of it was.
 */
class NotPublishable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient FormErrors errors;

	NotPublishable(FormErrors errors) {
		super("Not publishable");
		this.errors = errors;
	}

	/** What is to be mended, at least one thing. */
	FormErrors errors() {
		return this.errors;
	}

}
