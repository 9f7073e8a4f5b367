package org.catena.history;

import java.util.Optional;

/**
 * Who works at the archive at this moment, on this thread.
 */
@FunctionalInterface
public interface SignedIn {

	/** The account, if somebody is signed in. */
	Optional<String> account();

}
