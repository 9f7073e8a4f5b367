package org.catena.editing;

import java.util.ArrayList;
import java.util.List;

import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.ReviseClaims;
import org.catena.article.TextSpan;
import org.catena.history.History;
import org.catena.plan.RecordLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What editors do to published claims. Each act names the last change that its editor
 * saw: when somebody else changed the claim since, nothing is done.
 */
@Component
class EditClaims {

	/** The kind of claims in the history. */
	static final String KIND = "claim";

	/** The beginning of the ids of the fields of a claim. */
	static final String FIELDS = "claim";

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final RecordedClaims recorded;

	private final RecordTyped recordTyped;

	private final ReviseClaims revise;

	private final History history;

	EditClaims(RecordLock lock, JdbcClient jdbc, RecordedClaims recorded, RecordTyped recordTyped, ReviseClaims revise,
			History history) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.recorded = recorded;
		this.recordTyped = recordTyped;
		this.revise = revise;
		this.history = history;
	}

	/**
	 * Codes a claim as typed, its quote included.
	 * @return whether anything was another than before
	 * @throws NotPublishable when something is to be mended
	 * @throws ClaimHasChanged when somebody else changed it meanwhile
	 */
	@Transactional
	public boolean code(RecordedClaim claim, ClaimForm form, List<AgentForm> agents, long seen) {
		begin(claim, seen);
		if (lines(form).equals(lines(claim.form()))) {
			return false;
		}
		FormErrors errors = new FormErrors();
		AgentNames names = new AgentNames(this.jdbc);
		this.recordTyped.agents(ArticleForm.empty("").withRows(List.of(), agents, List.of()), names, errors);
		ClaimSubmission typed = new ClaimReading(errors, names).read(FIELDS, form, claim.key(), claim.coding());
		List<PointLink> points = new ArrayList<>(typed.points());
		points.addAll(claim.further());
		ClaimSubmission submission = new ClaimSubmission(typed.key(), typed.quote(), typed.paraphrase(), points,
				typed.version(), typed.claimant(), typed.via(), typed.uptake(), typed.certainty(), typed.kind(),
				typed.target(), typed.targetAgent(), typed.aspect(), typed.stance(), typed.confidence(), typed.coding(),
				typed.codebook(), typed.note());
		for (ClaimRefusal refusal : this.revise.code(submission)) {
			errors.addUnlessKnown(FIELDS + "-" + ClaimReading.field(refusal.field(), form), refusal.sentence());
		}
		if (!errors.isEmpty()) {
			throw new NotPublishable(errors);
		}
		return true;
	}

	/**
	 * Places a claim.
	 * @throws ClaimHasChanged when somebody else changed it, or its text, meanwhile
	 */
	@Transactional
	public void place(RecordedClaim claim, TextSpan place, long seen) {
		begin(claim, seen);
		try {
			this.revise.place(claim.key(), place);
		}
		catch (IllegalArgumentException ex) {
			throw new ClaimHasChanged();
		}
	}

	/**
	 * Withdraws a claim.
	 * @throws ClaimHasChanged when somebody else changed it meanwhile
	 */
	@Transactional
	public void withdraw(RecordedClaim claim, String reason, long seen) {
		begin(claim, seen);
		this.revise.withdraw(claim.key(), reason);
	}

	/** Nobody changes a claim or its text between this look and the change. */
	private void begin(RecordedClaim claim, long seen) {
		this.lock.take();
		if (this.history.last(KIND, claim.id()) != seen || this.recorded.find(claim.key()).isEmpty()) {
			throw new ClaimHasChanged();
		}
	}

	/** Browsers send other line ends than they were given. */
	private static String lines(ClaimForm form) {
		return form.toString().replace("\r\n", "\n");
	}

}
