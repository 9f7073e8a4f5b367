package org.catena.editing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * The accounts of the people who edit.
 */
@Component
class Editors {

	/** What an editor may do, as Spring Security calls it. */
	static final String ROLE = "EDITOR";

	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private final JdbcClient jdbc;

	private final Clock clock;

	Editors(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether there is no account yet. */
	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from editor").query(Long.class).single() == 0;
	}

	/**
	 * Adds an account.
	 * @param name its name
	 * @param password the hashed password
	 * @return whether it is new; another one of that name stays as it is
	 */
	boolean add(String name, String password) {
		return this.jdbc.sql(
				"insert into editor (name, password, created_at) values (:name, :password, :now) on conflict do nothing")
			.param("name", name)
			.param("password", password)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** The id of an account that is known to exist. */
	long id(String name) {
		return this.jdbc.sql("select id from editor where name = :name").param("name", name).query(Long.class).single();
	}

	/** The account of a name, for log-in. */
	UserDetails load(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new UsernameNotFoundException("No account has such a name");
		}
		return this.jdbc.sql("select name, password from editor where name = :name")
			.param("name", name)
			.query((row, number) -> User.withUsername(row.getString("name"))
				.password(row.getString("password"))
				.roles(ROLE)
				.build())
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("No account has this name"));
	}

	/** Keeps a password that was hashed anew. */
	UserDetails updatePassword(UserDetails editor, @Nullable String password) {
		this.jdbc.sql("update editor set password = :password where name = :name")
			.param("password", Objects.requireNonNull(password))
			.param("name", editor.getUsername())
			.update();
		return load(editor.getUsername());
	}

}
