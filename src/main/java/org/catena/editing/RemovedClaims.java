package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims that were taken out of drafts. They are kept with the reason, and can be put
 * back.
 */
@Component
class RemovedClaims {

	/** Removed claims that a draft lists at most, the newest. */
	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final JsonMapper json;

	private final Clock clock;

	RemovedClaims(JdbcClient jdbc, Drafts drafts, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Takes a claim out of a draft.
	 * @param draft the draft as it was read
	 * @param place the claim's index in it, from 0
	 * @param reason why it goes
	 * @return whether it was done: not when the draft was saved meanwhile
	 */
	@Transactional
	public boolean remove(Draft draft, int place, String reason) {
		List<ClaimForm> claims = new ArrayList<>(draft.form().claims());
		ClaimForm gone = claims.remove(place);
		if (!save(draft, claims)) {
			return false;
		}
		keep(draft.id(), place, gone, reason);
		return true;
	}

	/**
	 * Puts a claim back into a draft.
	 * @param draft the draft as it was read
	 * @param removed the claim
	 * @param place the index that it gets, from 0
	 * @return whether it was done: not when the draft was saved meanwhile
	 */
	@Transactional
	public boolean putBack(Draft draft, Removed removed, int place) {
		List<ClaimForm> claims = new ArrayList<>(draft.form().claims());
		claims.add(place, removed.claim());
		if (!save(draft, claims)) {
			return false;
		}
		this.jdbc.sql("update draft_removed_claim set restored_at = :now where id = :id")
			.param("id", removed.id())
			.param("now", now())
			.update();
		return true;
	}

	private boolean save(Draft draft, List<ClaimForm> claims) {
		ArticleForm form = draft.form();
		return this.drafts.save(draft.id(), form.withRows(form.authors(), form.agents(), claims), draft.revision(),
				draft.owner());
	}

	private void keep(long draft, int place, ClaimForm claim, String reason) {
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
