package org.catena.intake;

/**
 * A piece cannot be read or fetched. The message says why, in words for editors.
 */
public class PieceRefused extends Exception {

	public PieceRefused(String message) {
		super(message);
	}

}
