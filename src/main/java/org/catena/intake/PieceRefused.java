package org.catena.intake;

/**
 * A piece cannot be read or fetched. The message says why, in words for editors.
 */
public class PieceRefused extends Exception {

	PieceRefused(String message) {
		super(message);
	}

	/** Nothing was handed in. */
	public static PieceRefused nothing() {
		return new PieceRefused("Paste a text, give an address, or choose a file.");
	}

	/** What is said to be the address of a piece is none. */
	public static PieceRefused noAddress() {
		return new PieceRefused("The address where the piece stands must begin with http:// or https://.");
	}

}
