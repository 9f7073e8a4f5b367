package org.catena.reading;

/**
 * What was at the address is no longer shown.
 */
class Withdrawn extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	Withdrawn(String reason) {
		super(reason);
		this.reason = reason;
	}

	/** Why, in a sentence for readers. */
	String reason() {
		return this.reason;
	}

}
