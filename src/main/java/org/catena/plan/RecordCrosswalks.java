package org.catena.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.catena.plan.CrosswalkSubmission.CorrespondenceSubmission;
import org.catena.plan.CrosswalkSubmission.PointName;
import org.catena.plan.CrosswalkSubmission.RemarkSubmission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in crosswalks: each whole, or not at all. One that has not changed changes no
 * row.
 */
@Component
public class RecordCrosswalks {

	private final RecordLock lock;

	private final Crosswalks crosswalks;

	private final Plans plans;

	RecordCrosswalks(RecordLock lock, Crosswalks crosswalks, Plans plans) {
		this.lock = lock;
		this.crosswalks = crosswalks;
		this.plans = plans;
	}

	/**
	 * Records crosswalks.
	 * @param submissions the crosswalks
	 * @param isClaim whether a permanent id is that of a claim which the archive shows;
	 * plans do not know claims
	 * @param complete whether crosswalks that are not among them are to be withdrawn
	 * @return why some were not kept
	 */
	@Transactional
	public List<CrosswalkRefusal> record(List<CrosswalkSubmission> submissions, Predicate<String> isClaim,
			boolean complete) {
		this.lock.take();
		List<Crosswalk> existing = new ArrayList<>(this.crosswalks.findAll());
		List<Crosswalk> handedIn = new ArrayList<>();
		List<CrosswalkRefusal> refusals = new ArrayList<>();
		for (int i = 0; i < submissions.size(); i++) {
			CrosswalkSubmission submission = submissions.get(i);
			Plan earlier = this.plans.findBySlug(submission.earlier()).orElse(null);
			Plan later = this.plans.findBySlug(submission.later()).orElse(null);
			if (earlier == null || later == null) {
				refusals.add(CrosswalkRefusal.of(i, (earlier == null) ? "earlier" : "later",
						"The archive has no plan \"" + ((earlier == null) ? submission.earlier() : submission.later())
								+ "\". Add its file, or correct the slug."));
				continue;
			}
			Crosswalk crosswalk = find(existing, earlier, later);
			if (crosswalk != null && handedIn.contains(crosswalk)) {
				refusals
					.add(CrosswalkRefusal.of(i, "later", "The crosswalk of these two plans stands twice. Keep one."));
				continue;
			}
			if (crosswalk != null) {
				handedIn.add(crosswalk);
			}
			if (crosswalk == null && find(existing, later, earlier) != null) {
				refusals.add(CrosswalkRefusal.of(i, "earlier",
						"The archive has the crosswalk of these two plans in the other direction. Keep that one."));
				continue;
			}
			List<CrosswalkRefusal> faults = new Faults(i, submission, earlier, later, isClaim).find();
			refusals.addAll(faults);
			if (faults.isEmpty()) {
				handedIn.add(keep(submission, earlier, later, crosswalk, existing));
			}
		}
		if (complete) {
			existing.stream()
				.filter((crosswalk) -> crosswalk.isHeld() && !handedIn.contains(crosswalk))
				.forEach((crosswalk) -> crosswalk.withdraw("No longer in the corpus."));
		}
		return refusals;
	}

	/**
	 * Withdraws the crosswalks that rest on a claim which is withdrawn. One of which the
	 * files then say something that holds is held again.
	 * @param claim the claim's permanent id
	 * @param reason a sentence for readers
	 */
	@Transactional
	public void withdrawRestingOn(String claim, String reason) {
		this.crosswalks.findAll()
			.stream()
			.filter((crosswalk) -> crosswalk.isHeld() && crosswalk.restsOn(claim))
			.forEach((crosswalk) -> crosswalk.withdraw(reason));
	}

	private static @Nullable Crosswalk find(List<Crosswalk> existing, Plan earlier, Plan later) {
		return existing.stream().filter((crosswalk) -> crosswalk.isOf(earlier, later)).findFirst().orElse(null);
	}

	private Crosswalk keep(CrosswalkSubmission submission, Plan earlier, Plan later, @Nullable Crosswalk crosswalk,
			List<Crosswalk> existing) {
		String sha256 = Sha256.of(submission);
		if (crosswalk == null) {
			Crosswalk added = new Crosswalk(earlier, later);
			added.revise(submission, sha256);
			existing.add(this.crosswalks.save(added));
			return existing.get(existing.size() - 1);
		}
		if (!crosswalk.sha256().equals(sha256) || !crosswalk.isHeld()) {
			crosswalk.revise(submission, sha256);
		}
		return crosswalk;
	}

	/** What is wrong with one crosswalk. */
	private record Faults(int index, CrosswalkSubmission submission, Plan earlier, Plan later,
			Predicate<String> isClaim) {

		List<CrosswalkRefusal> find() {
			List<CrosswalkRefusal> refusals = new ArrayList<>();
			for (int row = 0; row < this.submission.remarks().size(); row++) {
				RemarkSubmission remark = this.submission.remarks().get(row);
				claims("remarks", row, remark.support().claims(), refusals);
			}
			Set<String> pairs = new HashSet<>();
			for (int row = 0; row < this.submission.points().size(); row++) {
				CorrespondenceSubmission point = this.submission.points().get(row);
				point(row, "earlier", this.earlier, point.earlier(), refusals);
				point(row, "later", this.later, point.later(), refusals);
				claims("points", row, point.support().claims(), refusals);
				if (!pairs.add(point.earlier() + " " + point.later())) {
					refusals.add(new CrosswalkRefusal(this.index, "points", row, "kind",
							"The two points stand together twice. Keep one of the two."));
				}
			}
			return refusals;
		}

		private void point(int row, String field, Plan plan, @Nullable PointName name,
				List<CrosswalkRefusal> refusals) {
			String letter = (name != null) ? name.letter() : null;
			if (name != null && plan.findPoint(name.number())
				.filter((point) -> letter == null || point.hasSubPoint(letter))
				.isEmpty()) {
				refusals.add(new CrosswalkRefusal(this.index, "points", row, field,
						"The plan " + plan.slug() + " has no point " + name + ". Correct it."));
			}
		}

		private void claims(String list, int row, List<String> claims, List<CrosswalkRefusal> refusals) {
			claims.stream()
				.filter(this.isClaim.negate())
				.forEach((claim) -> refusals.add(new CrosswalkRefusal(this.index, list, row, "claims",
						"The archive shows no claim \"" + claim + "\". Correct the id.")));
		}

	}

}
