package org.catena.editing;

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
		String password = random ? Passwords.random() : given;
		if (Passwords.isTooLong(password)) {
			throw new IllegalStateException("CATENA_ADMIN_PASSWORD is longer than " + Passwords.LONGEST
					+ " bytes. Give a shorter one, or none for a random password.");
		}
		if (this.editors.add(NAME, this.encoder.encode(password), Role.ADMINISTRATOR) && random) {
			System.out.println("Catena: log in at /admin as \"" + NAME + "\" with the password " + password
					+ " (shown only this once)");
		}
	}

}
