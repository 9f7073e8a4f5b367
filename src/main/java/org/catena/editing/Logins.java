package org.catena.editing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is logged in where. A session holds a token; it counts as long as the row of the
 * token is not ended and its account is not disabled, so both take effect with the next
 * request, on every instance of the application.
 */
@Component
class Logins {

	/** The session's attribute that holds the token. */
	static final String ATTRIBUTE = Logins.class.getName();

	/** After so long without a request the servlet container has forgotten a session. */
	private static final Duration SESSION = Duration.ofHours(8);

	/** The time of the last request is kept no more exactly than this. */
	private static final Duration EXACTNESS = Duration.ofMinutes(1);

	/** Characters of what a browser calls itself that are kept. */
	private static final int LONGEST_PROGRAM = 200;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Logins(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins a session.
	 * @param account the account
	 * @param address from where
	 * @param program the browser as it names itself
	 * @return the token, of which only the hash is kept
	 */
	String begin(String account, String address, @Nullable String program) {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String token = HexFormat.of().formatHex(bytes);
		String name = Typed.shown(Typed.orEmpty(program));
		this.jdbc.sql("""
				insert into login (sha256, editor_id, address, program, begun_at, seen_at)
				values (:sha256, (select id from editor where name = :account), :address, :program, :now, :now)""")
			.param("sha256", Sha256.of(token))
			.param("account", account)
			.param("address", address)
			.param("program", name.substring(0, Math.min(name.length(), LONGEST_PROGRAM)))
			.param("now", at(this.clock.instant()))
			.update();
		return token;
	}

	/** What the account of a session may do now; nothing where the session has ended. */
	Optional<Role> role(String account, @Nullable String token) {
		if (token == null) {
			return Optional.empty();
		}
		record Found(long id, Instant seenAt, Role role) {
		}
		Instant now = this.clock.instant();
		Optional<Found> found = this.jdbc.sql("""
				select login.id, login.seen_at, editor.role from login join editor on editor.id = login.editor_id
				where login.sha256 = :sha256 and login.ended_at is null and editor.name = :account
				and editor.disabled_at is null""")
			.param("sha256", Sha256.of(token))
			.param("account", account)
			.query((row, number) -> new Found(row.getLong("id"), When.of(row, "seen_at").instant(),
					Role.of(row.getString("role"))))
			.optional();
		found.filter((login) -> login.seenAt().isBefore(now.minus(EXACTNESS)))
			.ifPresent((login) -> this.jdbc.sql("update login set seen_at = :now where id = :id")
				.param("now", at(now))
				.param("id", login.id())
				.update());
		return found.map(Found::role);
	}

	/** Ends one session of an account, if it is the account's. */
	boolean end(String account, long id) {
		return this.jdbc.sql("""
				update login set ended_at = :now where id = :id and ended_at is null
				and editor_id = (select id from editor where name = :account)""")
			.param("now", at(this.clock.instant()))
			.param("id", id)
			.param("account", account)
			.update() == 1;
	}

	/**
	 * Ends the sessions of an account.
	 * @param account the account
	 * @param kept the token of a session that goes on, if one does
	 * @return how many were ended
	 */
	int endAll(String account, @Nullable String kept) {
		return this.jdbc.sql("""
				update login set ended_at = :now where ended_at is null and sha256 <> :kept
				and editor_id = (select id from editor where name = :account)""")
			.param("now", at(this.clock.instant()))
			.param("kept", (kept != null) ? Sha256.of(kept) : "")
			.param("account", account)
			.update();
	}

	/** Ends the session of a token. */
	void end(String token) {
		this.jdbc.sql("update login set ended_at = :now where sha256 = :sha256 and ended_at is null")
			.param("now", at(this.clock.instant()))
			.param("sha256", Sha256.of(token))
			.update();
	}

	/** The sessions of an account that count, the last used first. */
	List<LoginRow> of(String account, @Nullable String token) {
		return this.jdbc.sql("""
				select login.id, address, program, begun_at, seen_at, sha256 = :sha256 as here
				from login join editor on editor.id = login.editor_id
				where editor.name = :account and ended_at is null and seen_at > :since
				order by here desc, seen_at desc, login.id desc limit 100""")
			.param("sha256", (token != null) ? Sha256.of(token) : "")
			.param("account", account)
			.param("since", at(this.clock.instant().minus(SESSION)))
			.query((row, number) -> new LoginRow(row.getLong("id"), row.getString("address"), row.getString("program"),
					When.of(row, "begun_at"), When.of(row, "seen_at"), row.getBoolean("here")))
			.list();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A session in a list.
	 *
	 * @param id its number
	 * @param address from where it was begun
	 * @param program the browser as it names itself
	 * @param begunAt since when it is
	 * @param seenAt when it was used last
	 * @param here whether it is the one that asks
	 */
	record LoginRow(long id, String address, String program, When begunAt, When seenAt, boolean here) {
	}

}
