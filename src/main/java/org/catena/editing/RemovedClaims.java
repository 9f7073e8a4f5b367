package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims that were taken out of drafts and second codings. They are kept with the reason,
 * and can be put back.
 */
@Component
class RemovedClaims {

	/** Removed claims that are listed at most, the newest. */
	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	RemovedClaims(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Keeps a claim that is taken out.
	 * @param work out of which it is taken
	 * @param place the claim's index in it, from 0
	 * @param claim the claim as it was
	 * @param reason why it goes
	 */
	void keep(Markable work, int place, ClaimForm claim, String reason) {
		byte[] utf8 = this.json.writeValueAsString(claim).getBytes(StandardCharsets.UTF_8);
		this.jdbc.sql(of("""
				insert into {work}_removed_claim ({work}_id, place, form, reason, removed_at)
				values (:work, :place, cast(:form as json), :reason, :now)""", work))
			.param("work", work.id())
			.param("place", place)
			.param("form", new String(utf8, StandardCharsets.UTF_8))
			.param("reason", reason)
			.param("now", now())
			.update();
	}

	/** The claims that can be put back, the last removed first. */
	List<Removed> of(Markable work) {
		return this.jdbc.sql(of("""
				select id, place, form, reason from {work}_removed_claim
				where {work}_id = :work and restored_at is null order by removed_at desc, id desc limit :most""", work))
			.param("work", work.id())
			.param("most", MOST)
			.query((row, number) -> new Removed(row.getLong("id"), row.getInt("place"),
					this.json.readValue(row.getString("form"), ClaimForm.class), row.getString("reason")))
			.list();
	}

	Optional<Removed> find(Markable work, long id) {
		return of(work).stream().filter((removed) -> removed.id() == id).findFirst();
	}

	/** Notes that a claim was put back. */
	void restored(Markable work, long id) {
		this.jdbc.sql(of("update {work}_removed_claim set restored_at = :now where id = :id", work))
			.param("id", id)
			.param("now", now())
			.update();
	}

	private static String of(String sql, Markable work) {
		return sql.replace("{work}", work.isSecondCoding() ? "second_coding" : "draft");
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A claim that was taken out.
	 *
	 * @param id its number
	 * @param place its index when it was taken out, from 0
	 * @param claim the claim
	 * @param reason why it went
	 */
	record Removed(long id, int place, ClaimForm claim, String reason) {
	}

}
