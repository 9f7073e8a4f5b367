package org.catena.editing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password, and slows down those who guess: no hash is computed while
 * they wait.
 */
@Component
class SlowedLogin implements AuthenticationProvider {

	private final DaoAuthenticationProvider provider;

	private final LoginAttempts attempts;

	SlowedLogin(Editors editors, PasswordEncoder encoder, LoginAttempts attempts) {
		this.provider = new DaoAuthenticationProvider(editors::load);
		this.provider.setPasswordEncoder(encoder);
		this.provider.setUserDetailsPasswordService(editors::updatePassword);
		this.attempts = attempts;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		String account = authentication.getName();
		String address = (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? String.valueOf(details.getRemoteAddress()) : "";
		Duration wait = this.attempts.begin(account, address);
		if (!wait.isZero()) {
			throw new TooManyAttempts(wait);
		}
		Authentication authenticated = this.provider.authenticate(authentication);
		this.attempts.succeed(account, address);
		return authenticated;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.provider.supports(authentication);
	}

}
