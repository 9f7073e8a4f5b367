package org.catena.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A relation between two claims as machine forms tell it.
 *
 * @param type {@code agrees}, {@code elaborates}, {@code contradicts} or
 * {@code disputes}; only {@code elaborates} has a direction
 * @param from the permanent id of the one claim
 * @param to that of the other
 * @param matter what both speak of, in a word
 * @param reason why, in a line
 * @param coding the coding's name
 * @param created when it came in
 * @param updated when it was changed last
 */
record RelationRecord(String type, String from, String to, @Nullable String matter, String reason, String coding,
		Instant created, Instant updated) {

	/**
	 * Its name among the annotations: what it says, which stays as long as it says so.
	 */
	String name() {
		return this.from + "/" + this.type + "/" + this.to;
	}

}
