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
 * Claims that were taken out of drafts. They are kept with the reason, and can be put
 * back.
 */
@Component
class RemovedClaims {

	/** Removed claims that a draft lists at most, the newest. */
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
	 * @param draft the draft's number
	 * @param place the claim's index in it, from 0
	 * @param claim the claim as it was
	 * @param reason why it goes
	 */
	void keep(long draft, int place, ClaimForm claim, String reason) {
		byte[] utf8 = this.json.writeValueAsString(claim).getBytes(StandardCharsets.UTF_8);
		this.jdbc.sql("""
				insert into draft_removed_claim (draft_id, place, form, reason, removed_at)
				values (:draft, :place, cast(:form as json), :reason, :now)""")
			.param("draft", draft)
			.param("place", place)
			.param("form", new String(utf8, StandardCharsets.UTF_8))
			.param("reason", reason)
			.param("now", now())
			.update();
	}

	/** The claims that can be put back into a draft, the last removed first. */
	List<Removed> of(long draft) {
		return this.jdbc.sql("""
				select id, place, form, reason from draft_removed_claim
				where draft_id = :draft and restored_at is null order by removed_at desc, id desc limit :most""")
			.param("draft", draft)
			.param("most", MOST)
			.query((row, number) -> new Removed(row.getLong("id"), row.getInt("place"),
					this.json.readValue(row.getString("form"), ClaimForm.class), row.getString("reason")))
			.list();
	}

	Optional<Removed> find(long draft, long id) {
		return of(draft).stream().filter((removed) -> removed.id() == id).findFirst();
	}

	/** Notes that a claim was put back. */
	void restored(long id) {
		this.jdbc.sql("update draft_removed_claim set restored_at = :now where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A claim that was taken out of a draft.
	 *
	 * @param id its number
	 * @param place its index when it was taken out, from 0
	 * @param claim the claim
	 * @param reason why it went
	 */
	record Removed(long id, int place, ClaimForm claim, String reason) {
	}

}
