package org.catena.reading;

import org.springframework.http.HttpStatus;

/**
 * Something cannot be shown as it was on a day.
 */
class NotOfThatDay extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	/**
	 * Says why.
	 * @param status 400 where it cannot be told, 404 where there was nothing
	 * @param sentence for readers
	 */
	NotOfThatDay(HttpStatus status, String sentence) {
		super(sentence);
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

	String sentence() {
		return java.util.Objects.requireNonNull(getMessage());
	}

}
