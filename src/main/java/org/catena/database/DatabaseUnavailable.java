package org.catena.database;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to work with. The message says what is the matter, the remedy what
 * to do about it, each in a sentence for the one who started the application.
 */
final class DatabaseUnavailable extends RuntimeException {

	private final String remedy;

	DatabaseUnavailable(String message, String remedy) {
		this(message, remedy, null);
	}

	DatabaseUnavailable(String message, String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
