package org.catena.editing;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Log-in failed too often; the next attempt has to wait.
 */
class TooManyAttempts extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyAttempts(Duration wait) {
		super("Too many attempts");
		this.wait = wait;
	}

	/** Seconds to wait, at least 1. */
	long seconds() {
		return Math.max(1, this.wait.toSeconds() + 1);
	}

}
