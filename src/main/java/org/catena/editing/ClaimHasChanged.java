package org.catena.editing;

/**
 * A claim was changed by somebody else after an editor opened it.
 */
class ClaimHasChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ClaimHasChanged() {
		super("The claim has changed since it was opened");
	}

}
