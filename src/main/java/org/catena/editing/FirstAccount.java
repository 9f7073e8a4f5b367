package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@value #NAME} where there is none, so that somebody can log in after
 * the first start. A random password is printed to the console, once, and is in no log.
 */
@Component
@Profile("!command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccount implements ApplicationRunner {

	static final String NAME = "editor";

	/** Bytes of a password that bcrypt takes into account. */
	private static final int LONGEST_PASSWORD = 72;

	/** Without letters and digits that look alike. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private final Editors editors;

	private final PasswordEncoder encoder;

	private final AdminProperties properties;

	FirstAccount(Editors editors, PasswordEncoder encoder, AdminProperties properties) {
		this.editors = editors;
		this.encoder = encoder;
		this.properties = properties;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (!this.editors.isEmpty()) {
			return;
		}
		String given = this.properties.password();
		boolean random = given == null || given.isBlank();
		String password = random ? randomPassword() : given;
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
			throw new IllegalStateException("CATENA_ADMIN_PASSWORD is longer than " + LONGEST_PASSWORD
					+ " bytes. Give a shorter one, or none for a random password.");
		}
		if (this.editors.add(NAME, this.encoder.encode(password)) && random) {
			System.out.println("Catena: log in at /admin as \"" + NAME + "\" with the password " + password
					+ " (shown only this once)");
		}
	}

	/** About 99 bits. */
	private static String randomPassword() {
		return new SecureRandom().ints(20, 0, LETTERS.length())
			.mapToObj((index) -> String.valueOf(LETTERS.charAt(index)))
			.collect(Collectors.joining())
			.replaceAll("(.{5})(?=.)", "$1-");
	}

}
