package org.catena.past;

import java.util.Objects;

import org.springframework.http.HttpStatus;

/**
 * Something cannot be shown as it was at a moment.
 */
public class NotOfThatDay extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	/**
	 * Says why.
	 * @param status 400 where it cannot be told, 404 where there was nothing, 503 where
	 * it can be told later
	 * @param sentence for readers
	 */
	public NotOfThatDay(HttpStatus status, String sentence) {
		super(sentence);
		this.status = status;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String sentence() {
		return Objects.requireNonNull(getMessage());
	}

}
