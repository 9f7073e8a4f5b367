package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.catena.article.ArticleChanged;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.catena.plan.Point;
import org.catena.plan.RecordLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the discrepancies of a coding, whole: those that are no longer in it are
 * withdrawn.
 */
@Component
public class RecordDiscrepancies {

	private final RecordLock lock;

	private final Discrepancies discrepancies;

	private final Claims claims;

	private final Plans plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RecordDiscrepancies(RecordLock lock, Discrepancies discrepancies, Claims claims, Plans plans,
			ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.discrepancies = discrepancies;
		this.claims = claims;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Records discrepancies.
	 * @param submissions all discrepancies of the coding
	 * @param coding the coding's name
	 * @param complete whether discrepancies of the coding that are not among them are to
	 * be withdrawn
	 * @return why some were not kept; the key of a refusal is the claim's id
	 */
	@Transactional
	public List<ClaimRefusal> record(List<DiscrepancySubmission> submissions, String coding, boolean complete) {
		this.lock.take();
		List<Discrepancy> existing = this.discrepancies.findAll();
		Instant now = this.clock.instant();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Set<Discrepancy> handedIn = new HashSet<>();
		for (DiscrepancySubmission submission : submissions) {
			Optional<Claim> claim = this.claims.findByKey(submission.claim()).filter(Claim::isHeld);
			if (claim.isEmpty()) {
				refusals.add(refusal(submission, "claim",
						"No claim has the id \"" + submission.claim() + "\". Correct the id."));
				continue;
			}
			Optional<Point> point = findPoint(submission, claim.get());
			if (point.isEmpty()) {
				refusals.add(refusal(submission, "point", "The plan has no point " + submission.number()
						+ ((submission.letter() != null) ? submission.letter() : "") + ". Correct it."));
				continue;
			}
			Discrepancy kept = record(submission, claim.get(), point.get(), existing, now);
			if (!handedIn.add(kept)) {
				refusals.add(refusal(submission, "claim", "The discrepancy stands twice. Keep one of the two."));
			}
		}
		if (complete) {
			for (Discrepancy discrepancy : existing) {
				if (discrepancy.isHeld() && discrepancy.coding().equals(coding) && !handedIn.contains(discrepancy)) {
					discrepancy.withdraw("No longer in the corpus.", now);
					changed(discrepancy.claim());
				}
			}
		}
		return refusals;
	}

	private Discrepancy record(DiscrepancySubmission submission, Claim claim, Point point, List<Discrepancy> existing,
			Instant now) {
		for (Discrepancy discrepancy : existing) {
			if (discrepancy.isOn(claim, point, submission.letter())) {
				if (discrepancy.explain(submission, now)) {
					changed(claim);
				}
				return discrepancy;
			}
		}
		Discrepancy added = this.discrepancies.save(new Discrepancy(claim, point, submission, now));
		existing.add(added);
		changed(claim);
		return added;
	}

	private Optional<Point> findPoint(DiscrepancySubmission submission, Claim claim) {
		Optional<Plan> plan = (submission.plan() != null) ? this.plans.findBySlug(submission.plan())
				: claim.article().plan();
		String letter = submission.letter();
		return plan.flatMap((found) -> found.findPoint(submission.number()))
			.filter((found) -> letter == null || found.hasSubPoint(letter));
	}

	private void changed(Claim claim) {
		this.events.publishEvent(new ArticleChanged(claim.article().id()));
	}

	private static ClaimRefusal refusal(DiscrepancySubmission submission, String field, String sentence) {
		return new ClaimRefusal(submission.claim(), ClaimRefusal.VALUE_REFUSED, field, sentence);
	}

}
