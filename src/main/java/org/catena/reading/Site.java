package org.catena.reading;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The archive's own address.
 */
final class Site {

	private Site() {
	}

	/**
	 * Scheme, host and path under which the reader sees it, without a slash at its end.
	 */
	static String address() {
		return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
	}

}
