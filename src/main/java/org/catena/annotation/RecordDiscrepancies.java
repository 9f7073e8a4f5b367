package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.catena.article.ArticleChanged;
import org.catena.article.Origin;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.catena.plan.Point;
import org.catena.plan.RecordLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the discrepancies of a coding. Where they are all of them, those that are no
 * longer among them are withdrawn.
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
	 * @param submissions the discrepancies
	 * @param coding the coding's name
	 * @param origin who hands them in: what an editor changed, files do not overwrite
	 * @param complete whether discrepancies of the coding that are not among them are to
	 * be withdrawn, except those that an editor changed. Those of a claim of which one
	 * was refused stay
	 * @return why some were not kept; the key of a refusal is the claim's id
	 */
	@Transactional
	public List<ClaimRefusal> record(List<DiscrepancySubmission> submissions, String coding, Origin origin,
			boolean complete) {
		this.lock.take();
		List<Discrepancy> existing = this.discrepancies.findAll();
		Instant now = this.clock.instant();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Set<Discrepancy> handedIn = new HashSet<>();
		Set<String> inDoubt = new HashSet<>();
		for (DiscrepancySubmission submission : submissions) {
			Claim claim = this.claims.findByKey(submission.claim()).orElse(null);
			String obstacle = Claim.obstacle(claim, submission.claim());
			if (obstacle != null) {
				refusals.add(refusal(submission, "claim", obstacle));
				continue;
			}
			Point point = findPoint(submission, Objects.requireNonNull(claim), refusals);
			if (point == null) {
				inDoubt.add(submission.claim());
				continue;
			}
			Discrepancy known = existing.stream()
				.filter((each) -> each.isOn(claim, point, submission.letter()))
				.findFirst()
				.orElse(null);
			if (known == null) {
				known = this.discrepancies.save(new Discrepancy(claim, point, submission, origin, now));
				existing.add(known);
				handedIn.add(known);
				changed(claim);
			}
			else if (!handedIn.add(known)) {
				refusals.add(refusal(submission, "claim", "The discrepancy stands twice. Keep one of the two."));
			}
			else {
				revise(known, submission, origin, refusals, now);
			}
		}
		if (complete) {
			for (Discrepancy discrepancy : existing) {
				if (discrepancy.isHeld() && discrepancy.origin() == Origin.CORPUS && discrepancy.coding().equals(coding)
						&& !handedIn.contains(discrepancy) && !inDoubt.contains(discrepancy.claim().key())) {
					discrepancy.withdraw("No longer in the corpus.", now);
					changed(discrepancy.claim());
				}
			}
		}
		return refusals;
	}

	private void revise(Discrepancy known, DiscrepancySubmission submission, Origin origin, List<ClaimRefusal> refusals,
			Instant now) {
		if (known.says(submission)) {
			return;
		}
		if (known.origin() == Origin.EDITOR && origin == Origin.CORPUS) {
			if (!known.isInWordsOf(submission)) {
				refusals
					.add(new ClaimRefusal(submission.claim(), ClaimRefusal.CHANGED_BY_EDITOR, "claim", "An editor has "
							+ (known.isHeld() ? "changed" : "withdrawn")
							+ " the discrepancy in the archive, so the file's was left aside. Carry the editor's changes into the file."));
			}
			return;
		}
		known.explain(submission, origin, now);
		changed(known.claim());
	}

	private @Nullable Point findPoint(DiscrepancySubmission submission, Claim claim, List<ClaimRefusal> refusals) {
		Optional<Plan> commented = claim.article().plan();
		Optional<Plan> plan = (submission.plan() != null) ? this.plans.findBySlug(submission.plan()) : commented;
		String letter = submission.letter();
		Point point = plan.flatMap((found) -> found.findPoint(submission.number()))
			.filter((found) -> letter == null || found.hasSubPoint(letter))
			.orElse(null);
		if (point == null) {
			refusals.add(refusal(submission, "point", "The plan has no point " + submission.number()
					+ ((letter != null) ? letter : "") + ". Correct it."));
			return null;
		}
		if (commented.filter((found) -> found.id() == point.plan().id()).isEmpty() && !claim.isLinkedTo(point)) {
			refusals.add(refusal(submission, "point",
					"The article comments on another plan, and the claim is not linked to this point. Link it first, or correct the plan."));
			return null;
		}
		return point;
	}

	private void changed(Claim claim) {
		this.events.publishEvent(new ArticleChanged(claim.article().id()));
	}

	private static ClaimRefusal refusal(DiscrepancySubmission submission, String field, String sentence) {
		return new ClaimRefusal(submission.claim(), ClaimRefusal.VALUE_REFUSED, field, sentence);
	}

}
