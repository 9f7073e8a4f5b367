package org.catena.editing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims that were taken out of drafts and second codings. They are kept with the reason,
 * and can be put back.
 */
@Component
class RemovedClaims {

	/** Removed claims that are listed at most, the newest. */
	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Markables works;

	private final Snapshots snapshots;

	private final Clock clock;

	RemovedClaims(JdbcClient jdbc, Markables works, Snapshots snapshots, Clock clock) {
		this.jdbc = jdbc;
		this.works = works;
		this.snapshots = snapshots;
		this.clock = clock;
	}

	/**
	 * Takes a claim out.
	 * @param work the draft or coding as it was read
	 * @param place the claim's index in it, from 0
	 * @param reason why it goes
	 * @param by who takes it out
	 * @return whether it was done: not when the work was saved meanwhile
	 */
	@Transactional
	public boolean remove(Markable work, int place, String reason, String by) {
		List<ClaimForm> claims = new ArrayList<>(work.form().claims());
		ClaimForm gone = claims.remove(place);
		if (!this.works.save(work, claims, work.form().agents(), by)) {
			return false;
		}
		keep(work, place, gone, reason);
		return true;
	}

	/**
	 * Puts a claim back.
	 * @param work the draft or coding as it was read
	 * @param removed the claim
	 * @param place the index that it gets, from 0
	 * @param by who puts it back
	 * @return whether it was done: not when the work was saved meanwhile
	 */
	@Transactional
	public boolean putBack(Markable work, Removed removed, int place, String by) {
		List<ClaimForm> claims = new ArrayList<>(work.form().claims());
		claims.add(place, removed.claim());
		if (!this.works.save(work, claims, work.form().agents(), by)) {
			return false;
		}
		this.jdbc.sql(of("update {work}_removed_claim set restored_at = :now where id = :id", work))
			.param("id", removed.id())
			.param("now", now())
			.update();
		return true;
	}

	private void keep(Markable work, int place, ClaimForm claim, String reason) {
		this.jdbc.sql(of("""
				insert into {work}_removed_claim ({work}_id, place, form, reason, removed_at)
				values (:work, :place, cast(:form as json), :reason, :now)""", work))
			.param("work", work.id())
			.param("place", place)
			.param("form", this.snapshots.write(claim))
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
					this.snapshots.read(row.getString("form"), ClaimForm.class), row.getString("reason")))
			.list();
	}

	Optional<Removed> find(Markable work, long id) {
		return of(work).stream().filter((removed) -> removed.id() == id).findFirst();
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
