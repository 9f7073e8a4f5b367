package org.catena.editing;

/**
 * A draft was published or discarded meanwhile.
 */
class DraftIsClosed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DraftIsClosed() {
		super("The draft is closed");
	}

}
