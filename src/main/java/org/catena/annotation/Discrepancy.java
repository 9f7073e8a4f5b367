package org.catena.annotation;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.catena.article.Article;
import org.catena.article.Origin;
import org.catena.plan.Point;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim that purports to say what the plan contains states a point otherwise than
 * the plan does.
 */
@Entity
class Discrepancy {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discrepancy_seq")
	@SequenceGenerator(name = "discrepancy_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Claim claim;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Point point;

	private @Nullable String letter;

	private String claimSays;

	private String planSays;

	@Enumerated(EnumType.STRING)
	private Gravity gravity;

	private String coding;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	private @Nullable String withdrawnReason;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected Discrepancy() {
	}

	Discrepancy(Claim claim, Point point, DiscrepancySubmission submission, Origin origin, Instant now) {
		this.claim = claim;
		this.point = point;
		this.letter = submission.letter();
		this.claimSays = submission.claimSays();
		this.planSays = submission.planSays();
		this.gravity = submission.gravity();
		this.coding = submission.coding();
		this.origin = origin;
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** Whether it holds, in these words. */
	boolean says(DiscrepancySubmission submission) {
		return isHeld() && isInWordsOf(submission);
	}

	boolean isInWordsOf(DiscrepancySubmission submission) {
		return this.claimSays.equals(submission.claimSays()) && this.planSays.equals(submission.planSays())
				&& this.gravity == submission.gravity();
	}

	/** Takes over what is said. It holds again when it was withdrawn. */
	void explain(DiscrepancySubmission submission, Origin origin, Instant now) {
		this.claimSays = submission.claimSays();
		this.planSays = submission.planSays();
		this.gravity = submission.gravity();
		this.origin = origin;
		this.withdrawnReason = null;
		this.updatedAt = now;
	}

	void withdraw(String reason, Instant now) {
		this.withdrawnReason = reason;
		this.updatedAt = now;
	}

	boolean isHeld() {
		return this.withdrawnReason == null;
	}

	boolean isOn(Claim claim, Point point, @Nullable String letter) {
		return this.claim.id() == claim.id() && this.point.id() == point.id() && Objects.equals(this.letter, letter);
	}

	/** Whether it is with a point of the plan on which an article comments. */
	boolean isOnPlanOf(Article article) {
		return article.plan().filter((plan) -> plan.id() == this.point.plan().id()).isPresent();
	}

	/** Whether it is with the point of a link. */
	boolean isOn(ClaimPoint link) {
		return link.point().id() == this.point.id();
	}

	String coding() {
		return this.coding;
	}

	Origin origin() {
		return this.origin;
	}

	Claim claim() {
		return this.claim;
	}

	Point point() {
		return this.point;
	}

	@Nullable String letter() {
		return this.letter;
	}

}
