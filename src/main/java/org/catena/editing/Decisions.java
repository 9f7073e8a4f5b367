package org.catena.editing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What adjudicators decided of the rows of second codings. Nothing is overwritten: the
 * last decision of a row counts. They change the record only when all are applied.
 */
@Component
class Decisions {

	private final JdbcClient jdbc;

	private final Snapshots snapshots;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Snapshots snapshots, Clock clock) {
		this.jdbc = jdbc;
		this.snapshots = snapshots;
		this.clock = clock;
	}

	/** Whose values are taken. */
	enum Choice {

		FIRST, SECOND, MIXED;

		/** The value as tables and forms write it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The decisions that count, by the numbers of their rows. */
	Map<Integer, Decision> of(long coding) {
		Map<Integer, Decision> decisions = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (number) id, number, choice, form, reason, last_change, decided_by, decided_at
				from second_coding_decision where second_coding_id = :coding order by number, id desc""")
			.param("coding", coding)
			.query((row) -> {
				String form = row.getString("form");
				decisions.put(row.getInt("number"),
						new Decision(row.getLong("id"),
								new Decided(Choice.valueOf(row.getString("choice").toUpperCase(Locale.ROOT)),
										(form != null) ? this.snapshots.read(form, ClaimForm.class) : null,
										row.getString("reason"), row.getLong("last_change")),
								row.getString("decided_by"), When.of(row, "decided_at")));
			});
		return decisions;
	}

	/**
	 * Decides a row.
	 * @param coding the number of the second coding
	 * @param row the number of the row
	 * @param seen the number of the decision that the adjudicator saw; 0 for none
	 * @param decided what is decided
	 * @param by the adjudicator's account
	 * @return whether it counts now: not where somebody else decided the row meanwhile,
	 * or the coding is not to be adjudicated any more
	 */
	@Transactional
	public boolean decide(long coding, int row, long seen, Decided decided, String by) {
		String state = this.jdbc.sql("select state from second_coding where id = :coding for update")
			.param("coding", coding)
			.query(String.class)
			.single();
		long last = this.jdbc.sql("""
				select coalesce(max(id), 0) from second_coding_decision
				where second_coding_id = :coding and number = :row""")
			.param("coding", coding)
			.param("row", row)
			.query(Long.class)
			.single();
		if (last != seen || !SecondCoding.State.FINISHED.word().equals(state)) {
			return false;
		}
		ClaimForm form = decided.form();
		this.jdbc
			.sql("""
					insert into second_coding_decision (second_coding_id, number, choice, form, reason, last_change, decided_by,
					  decided_at)
					values (:coding, :row, :choice, cast(:form as json), :reason, :last, :by, :now)""")
			.param("coding", coding)
			.param("row", row)
			.param("choice", decided.choice().word())
			.param("form", (form != null) ? this.snapshots.write(form) : null)
			.param("reason", decided.reason())
			.param("last", decided.lastChange())
			.param("by", by)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return true;
	}

	/**
	 * What is decided of a row.
	 *
	 * @param choice whose values are taken
	 * @param form the claim as it is to be, where values of both are taken or others
	 * @param reason why, for readers
	 * @param lastChange the number of the last change of the published claim that the
	 * adjudicator saw; 0 where there is none
	 */
	record Decided(Choice choice, @Nullable ClaimForm form, String reason, long lastChange) {
	}

	/**
	 * A decision.
	 *
	 * @param id its number
	 * @param decided what is decided
	 * @param by who decided it
	 * @param at when
	 */
	record Decision(long id, Decided decided, String by, When at) {
	}

}
