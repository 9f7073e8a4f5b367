package org.catena.editing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.catena.editing.Decisions.Choice;
import org.catena.editing.Decisions.Decided;
import org.catena.history.GiveReason;
import org.catena.plan.RecordLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies what was decided of a second coding to the published claims: all of it, or,
 * when a decision cannot be applied, nothing. Claims go through the doors through which
 * editors change them; each change has the reason of its decision.
 */
@Component
class ApplyDecisions {

	private final RecordLock lock;

	private final AdjudicationRows rows;

	private final SecondCodings codings;

	private final RecordedClaims recorded;

	private final EditClaims edit;

	private final AddClaims add;

	private final GiveReason reasons;

	private final JdbcClient jdbc;

	ApplyDecisions(RecordLock lock, AdjudicationRows rows, SecondCodings codings, RecordedClaims recorded,
			EditClaims edit, AddClaims add, GiveReason reasons, JdbcClient jdbc) {
		this.lock = lock;
		this.rows = rows;
		this.codings = codings;
		this.recorded = recorded;
		this.edit = edit;
		this.add = add;
		this.reasons = reasons;
		this.jdbc = jdbc;
	}

	/**
	 * Applies the decisions.
	 * @param coding a finished coding
	 * @param by the adjudicator's account
	 * @return how many published claims were changed, added or withdrawn
	 * @throws NotApplicable when a row is not decided, or its decision cannot be applied
	 * any more; nothing is changed then
	 */
	@Transactional
	public int apply(SecondCoding coding, String by) {
		this.lock.take();
		if (!this.codings.adjudicated(coding.id(), by)) {
			throw new NotApplicable(Map.of(0, List.of("Somebody else has finished this adjudication meanwhile.")));
		}
		Map<Integer, List<String>> problems = new TreeMap<>();
		int changed = 0;
		for (AdjudicationRow row : this.rows.of(coding)) {
			if (row.isOpen()) {
				problems.put(row.number(), List.of(row.isStale()
						? "The published claim was changed after this was decided. Look at it, and decide again."
						: "This is not decided yet."));
			}
			else if (row.isDisputed() && row.decision() != null) {
				try {
					changed += apply(coding, row, row.decision().decided()) ? 1 : 0;
				}
				catch (NotPublishable ex) {
					problems.put(row.number(),
							ex.errors().summary().stream().map(FormErrors.FormError::sentence).toList());
				}
				catch (ClaimHasChanged ex) {
					problems.put(row.number(), List
						.of("The published claim was changed after this was decided. Look at it, and decide again."));
				}
			}
		}
		if (!problems.isEmpty()) {
			throw new NotApplicable(problems);
		}
		return changed;
	}

	private boolean apply(SecondCoding coding, AdjudicationRow row, Decided decided) {
		if (decided.choice() == Choice.FIRST || row.isLost()) {
			return false;
		}
		this.reasons.because("Adjudication with the second coding by " + coding.owner() + ": " + decided.reason());
		RecordedClaim claim = row.claim();
		if (claim != null && decided.choice() == Choice.SECOND && row.second() == null) {
			withdraw(claim, decided);
			return true;
		}
		ClaimForm form = (decided.form() != null) ? decided.form() : Objects.requireNonNull(row.second()).form();
		List<AgentForm> agents = coding.newNames(form, new AgentNames(this.jdbc));
		if (claim != null) {
			return this.edit.code(claim, form, agents, decided.lastChange());
		}
		String key = this.add.add(coding.article(), form, agents, coding.owner());
		// The claim is known to the database from here on.
		this.reasons.because("Adjudication with the second coding by " + coding.owner() + ".");
		this.jdbc.sql("""
				update second_coding_claim set claim_id = (select id from claim where key = :key)
				where second_coding_id = :coding and number = :number and side = 'second'""")
			.param("key", key)
			.param("coding", coding.id())
			.param("number", row.number())
			.update();
		return true;
	}

	private void withdraw(RecordedClaim claim, Decided decided) {
		this.recorded.crosswalk(claim.key()).ifPresent((plans) -> {
			FormErrors errors = new FormErrors();
			errors.add("reason", "The comparison of the plans " + plans
					+ " rests on this claim. Take it out there first, or keep the claim.");
			throw new NotPublishable(errors);
		});
		this.edit.withdraw(claim, decided.reason(), decided.lastChange());
	}

	/**
	 * Decisions cannot be applied as they are.
	 */
	static class NotApplicable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Map<Integer, List<String>> problems;

		NotApplicable(Map<Integer, List<String>> problems) {
			super("Decisions cannot be applied");
			this.problems = problems;
		}

		/** What stands in the way, by the numbers of rows; 0 for the adjudication. */
		Map<Integer, List<String>> problems() {
			return this.problems;
		}

	}

}
