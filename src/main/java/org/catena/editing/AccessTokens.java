package org.catena.editing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens with which programs of editors write. A token is 256 random bits, so that a
 * plain hash of it is enough; only that is kept.
 */
@Component
class AccessTokens {

	/** With which a token begins, so that whoever finds one knows what it is. */
	static final String PREFIX = "catena_";

	/** How long a token is good. */
	static final Duration LIFE = Duration.ofDays(365);

	/** Tokens that an editor can have at once. */
	static final int MOST = 50;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	AccessTokens(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes a token.
	 * @param editor the account
	 * @param name for what it is
	 * @return the token, which is kept nowhere; none when the editor has as many as can
	 * be
	 */
	Optional<String> make(String editor, String name) {
		byte[] bits = new byte[32];
		this.random.nextBytes(bits);
		String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		int made = this.jdbc.sql("""
				insert into access_token (editor_id, name, sha256, created_at, expires_at)
				select editor.id, :name, :sha256, :now, :end from editor where editor.name = :editor and (
				  select count(*) from access_token t where t.editor_id = editor.id and t.revoked_at is null
				  and t.expires_at > :now) < :most""")
			.param("editor", editor)
			.param("name", name)
			.param("sha256", Sha256.of(token))
			.param("now", now())
			.param("end", now().plus(LIFE))
			.param("most", MOST)
			.update();
		return (made == 1) ? Optional.of(token) : Optional.empty();
	}

	/** The account of whoever has a token that is good. */
	Optional<String> editor(String token) {
		if (!token.startsWith(PREFIX) || token.length() > 100) {
			return Optional.empty();
		}
		Optional<String> editor = this.jdbc.sql("""
				select editor.name from access_token t join editor on editor.id = t.editor_id
				where t.sha256 = :sha256 and t.revoked_at is null and t.expires_at > :now""")
			.param("sha256", Sha256.of(token))
			.param("now", now())
			.query(String.class)
			.optional();
		if (editor.isPresent()) {
			this.jdbc
				.sql("""
						update access_token set used_at = date_trunc('day', cast(:now as timestamptz))
						where sha256 = :sha256 and (used_at is null or used_at < date_trunc('day', cast(:now as timestamptz)))""")
				.param("sha256", Sha256.of(token))
				.param("now", now())
				.update();
		}
		return editor;
	}

	/** Revokes a token of an editor, for ever. */
	void revoke(String editor, long id) {
		this.jdbc.sql("""
				update access_token set revoked_at = :now where id = :id and revoked_at is null
				and editor_id = (select id from editor where name = :editor)""")
			.param("now", now())
			.param("id", id)
			.param("editor", editor)
			.update();
	}

	/**
	 * Revokes all tokens of an editor.
	 * @return how many were good until now
	 */
	int revokeAll(String editor) {
		return this.jdbc.sql("""
				update access_token set revoked_at = :now where revoked_at is null and expires_at > :now
				and editor_id = (select id from editor where name = :editor)""")
			.param("now", now())
			.param("editor", editor)
			.update();
	}

	/** The tokens of an editor, the newest first. */
	List<Row> of(String editor) {
		return this.jdbc.sql("""
				select t.id, t.name, t.created_at, t.expires_at, t.used_at, t.revoked_at from access_token t
				join editor on editor.id = t.editor_id where editor.name = :editor
				order by t.created_at desc, t.id desc limit 200""")
			.param("editor", editor)
			.query((row, number) -> new Row(row.getLong("id"), row.getString("name"), When.of(row, "created_at"),
					When.of(row, "expires_at"), When.find(row, "used_at"),
					row.getObject("revoked_at") != null
							|| row.getObject("expires_at", OffsetDateTime.class).isBefore(now())))
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A token, without itself.
	 *
	 * @param id its number
	 * @param name for what it is
	 * @param createdAt when it was made
	 * @param expiresAt when it ends
	 * @param usedAt on which day it was used last
	 * @param ended whether it is good no longer
	 */
	record Row(long id, String name, When createdAt, When expiresAt, @Nullable When usedAt, boolean ended) {
	}

}
