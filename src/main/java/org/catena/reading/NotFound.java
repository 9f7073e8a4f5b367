package org.catena.reading;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The archive has nothing at the address.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotFound(String what) {
		super(what);
	}

}
