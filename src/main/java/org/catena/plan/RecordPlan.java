package org.catena.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a plan: inserts it, revises it, or leaves it when nothing has changed.
 */
@Component
public class RecordPlan {

	private final RecordLock lock;

	private final Plans plans;

	RecordPlan(RecordLock lock, Plans plans) {
		this.lock = lock;
		this.plans = plans;
	}

	/**
	 * Records a plan.
	 * @param submission the plan, checked by the reader: themes and witnesses that its
	 * points name exist
	 * @return the plan as it is kept
	 */
	@Transactional
	public Plan record(PlanSubmission submission) {
		this.lock.take();
		String sha256 = Sha256.of(submission);
		Plan plan = this.plans.findBySlug(submission.slug()).orElse(null);
		if (plan == null) {
			return this.plans.save(new Plan(submission, sha256));
		}
		if (!plan.sha256().equals(sha256)) {
			plan.revise(submission, sha256);
		}
		return plan;
	}

}
