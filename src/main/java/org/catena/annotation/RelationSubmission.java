package org.catena.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A relation as it is handed in.
 *
 * @param type what holds between the two
 * @param from the id of the one claim; of the one that elaborates, where it does
 * @param to the id of the other
 * @param matter what both speak of, in a word
 * @param reason one line that says why it holds
 * @param coding the coding's name
 */
public record RelationSubmission(RelationType type, String from, String to, @Nullable String matter, String reason,
		String coding) {

	/** A name for reports. */
	public String label() {
		return this.from + " " + this.type.word() + " " + this.to;
	}

}
