package org.catena.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text in which what was found is marked.
 *
 * @param pieces the text in order, none empty
 */
public record Passage(List<Piece> pieces) {

	/** Marks that no text of the archive holds. */
	static final String START = "\u0002";

	static final String END = "\u0003";

	/** A text in which nothing is marked. */
	static Passage plain(String text) {
		return new Passage(text.isEmpty() ? List.of() : List.of(new Piece(text, false)));
	}

	/** Reads a text with marks; what is marked word by word is marked as one. */
	static Passage marked(String text) {
		String joined = text.replaceAll(END + "([\\s\\u00A0-]?)" + START, "$1");
		List<Piece> pieces = new ArrayList<>();
		boolean hit = false;
		for (String piece : joined.split("(?=[" + START + END + "])")) {
			if (piece.startsWith(START) || piece.startsWith(END)) {
				hit = piece.startsWith(START);
				piece = piece.substring(1);
			}
			if (!piece.isEmpty()) {
				pieces.add(new Piece(piece, hit));
			}
		}
		return new Passage(List.copyOf(pieces));
	}

	/** Whether anything is marked. */
	public boolean isHit() {
		return this.pieces.stream().anyMatch(Piece::hit);
	}

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
