package org.catena.annotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.catena.article.Agent;
import org.catena.article.Article;
import org.catena.article.ArticleChanged;
import org.catena.article.SubmissionRefused;
import org.catena.plan.RecordCrosswalks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What rests on a claim: its relations, its discrepancies, crosswalks of plans. They must
 * go on holding when the claim is coded anew, and fall with it.
 */
@Component
class RestsOnClaim {

	private final Relations relations;

	private final Discrepancies discrepancies;

	private final RecordCrosswalks crosswalks;

	private final ApplicationEventPublisher events;

	RestsOnClaim(Relations relations, Discrepancies discrepancies, RecordCrosswalks crosswalks,
			ApplicationEventPublisher events) {
		this.relations = relations;
		this.discrepancies = discrepancies;
		this.crosswalks = crosswalks;
		this.events = events;
	}

	/**
	 * Withdraws a claim, and with it what rests on it. Who holds that stays as it is: it
	 * was not judged.
	 * @param claim the claim
	 * @param reason a sentence for readers
	 * @param now the time of the change
	 */
	void withdraw(Claim claim, String reason, Instant now) {
		String rest = "The claim " + claim.key() + " was withdrawn.";
		for (Relation relation : this.relations.findByFromOrTo(claim, claim)) {
			if (relation.isHeld()) {
				relation.withdraw(rest, now);
				Claim other = (relation.from().id() == claim.id()) ? relation.to() : relation.from();
				if (other.article().id() != claim.article().id()) {
					this.events.publishEvent(new ArticleChanged(other.article().id()));
				}
			}
		}
		this.discrepancies.findByClaim(claim)
			.stream()
			.filter(Discrepancy::isHeld)
			.forEach((discrepancy) -> discrepancy.withdraw(rest, now));
		this.crosswalks.withdrawRestingOn(claim.key(), rest);
		claim.withdraw(reason, now);
	}

	/**
	 * Checks that what rests on a claim holds when the claim is coded otherwise.
	 * @param claim the claim as it is kept
	 * @param submission how it is to be coded
	 * @param names what that names
	 * @param refusals takes what is to be mended
	 */
	void check(Claim claim, ClaimSubmission submission, Claim.Names names, List<ClaimRefusal> refusals) {
		for (Relation relation : this.relations.findByFromOrTo(claim, claim)) {
			Claim other = (relation.from().id() == claim.id()) ? relation.to() : relation.from();
			if (relation.isHeld() && relation.type() == RelationType.DISPUTES
					&& claim.wouldHaveClaimantOf(other, submission, names)) {
				refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.VALUE_REFUSED, "claimant",
						"The claim disputes " + other.key()
								+ ", which is of this claimant, and nobody disputes with himself. Withdraw that relation first, or name another claimant."));
			}
		}
		for (Discrepancy discrepancy : this.discrepancies.findByClaim(claim)) {
			if (discrepancy.isHeld() && !discrepancy.isOnPlanOf(claim.article())
					&& names.points().stream().noneMatch(discrepancy::isOn)) {
				refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.VALUE_REFUSED, "points",
						"A discrepancy with point " + discrepancy.point().number()
								+ " of another plan is recorded of the claim. Keep the link to that point."));
			}
		}
	}

	/**
	 * Says what of an article's authors or plan does not go with claims that are held, so
	 * that the article is not kept as it is handed in.
	 */
	List<SubmissionRefused.Refusal> contradictions(Article article, List<Claim> claims) {
		List<SubmissionRefused.Refusal> refusals = new ArrayList<>();
		for (Claim claim : claims) {
			Agent claimant = claim.claimant();
			if (claim.isHeld() && !claim.isByAuthor() && claimant != null && article.isBy(claimant)) {
				refusals.add(new SubmissionRefused.Refusal("authors", "The claim " + claim.key()
						+ " is coded as somebody else's, namely of \"" + claimant.slug()
						+ "\", who is an author of the article. Code it as the author's together with this change."));
			}
		}
		for (Discrepancy discrepancy : this.discrepancies.findByClaimArticle(article)) {
			if (discrepancy.isHeld() && !discrepancy.isOnPlanOf(article)
					&& !discrepancy.claim().isLinkedTo(discrepancy.point())) {
				refusals.add(new SubmissionRefused.Refusal("plan",
						"A discrepancy of the claim " + discrepancy.claim().key() + " is with point "
								+ discrepancy.point().number()
								+ " of the plan on which the article commented. Take it out first."));
			}
		}
		return refusals;
	}

}
