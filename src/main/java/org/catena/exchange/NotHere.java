package org.catena.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * There is nothing to answer with at the address; {@link ProblemAdvice} says so.
 */
class NotHere extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final @Nullable String address;

	/**
	 * Says why.
	 * @param status 301, 404 or 410
	 * @param sentence for people
	 * @param address for 301 where it is, from the root of the archive
	 */
	NotHere(HttpStatus status, String sentence, @Nullable String address) {
		super(sentence);
		this.status = status;
		this.address = address;
	}

	HttpStatus status() {
		return this.status;
	}

	@Nullable String address() {
		return this.address;
	}

}
