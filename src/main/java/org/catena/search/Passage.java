package org.catena.search;

import java.util.List;

/**
 * A stretch of a text in which what was found is marked.
 *
 * @param pieces the text in order, none empty
 */
public record Passage(List<Piece> pieces) {

	/** The text without marks. */
	public String text() {
		return String.join("", this.pieces.stream().map(Piece::text).toList());
	}

	/**
	 * A piece of a passage.
	 *
	 * @param text its text
	 * @param hit whether it was found
	 */
	public record Piece(String text, boolean hit) {
	}

}
