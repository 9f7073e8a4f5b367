package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords as the framework holds right today; older hashes are renewed at the
 * next log-in.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

	/** Bytes of a password that bcrypt takes into account. */
	static final int LONGEST = 72;

	/**
	 * Characters that a password has at least; NIST SP 800-63B asks for no classes of
	 * them.
	 */
	static final int SHORTEST = 10;

	/** Without letters and digits that look alike. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	/** A password of about 99 bits. */
	static String random() {
		return new SecureRandom().ints(20, 0, LETTERS.length())
			.mapToObj((index) -> String.valueOf(LETTERS.charAt(index)))
			.collect(Collectors.joining())
			.replaceAll("(.{5})(?=.)", "$1-");
	}

	static boolean isTooLong(String password) {
		return password.getBytes(StandardCharsets.UTF_8).length > LONGEST;
	}

	/** What is to be mended in a password that somebody chose, or null. */
	static @Nullable String refusal(String account, String password) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return "Give at least " + SHORTEST + " characters. A few words are easier to remember than signs.";
		}
		if (isTooLong(password)) {
			return "Give at most " + LONGEST + " letters: more would not count.";
		}
		return !account.isEmpty() && password.toLowerCase(Locale.ROOT).contains(account)
				? "Give a password that does not hold the account’s name." : null;
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

}
