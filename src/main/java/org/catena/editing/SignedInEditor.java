package org.catena.editing;

import java.util.Optional;

import org.catena.history.SignedIn;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The account in whose request something is changed.
 */
@Component
class SignedInEditor implements SignedIn {

	@Override
	public Optional<String> account() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return Optional.ofNullable(authentication)
			.filter((known) -> known.isAuthenticated() && !(known instanceof AnonymousAuthenticationToken))
			.map(Authentication::getName);
	}

}
