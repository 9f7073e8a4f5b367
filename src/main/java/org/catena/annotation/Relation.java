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
import org.catena.article.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How two claims stand to each other, with the reason. One without direction is kept once
 * for each pair of claims, whichever of them it names first.
 */
@Entity
class Relation {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "relation_seq")
	@SequenceGenerator(name = "relation_seq", allocationSize = 50)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private RelationType type;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Claim from;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Claim to;

	private @Nullable String matter;

	private String reason;

	private String coding;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	private @Nullable String withdrawnReason;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected Relation() {
	}

	Relation(Claim from, Claim to, RelationSubmission submission, Origin origin, Instant now) {
		this.type = submission.type();
		this.from = from;
		this.to = to;
		this.matter = submission.matter();
		this.reason = submission.reason();
		this.coding = submission.coding();
		this.origin = origin;
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** Whether it holds, in these words. */
	boolean says(RelationSubmission submission) {
		return isHeld() && isInWordsOf(submission);
	}

	boolean isInWordsOf(RelationSubmission submission) {
		return this.reason.equals(submission.reason()) && Objects.equals(this.matter, submission.matter());
	}

	/** Takes over a reason. It holds again when it was withdrawn. */
	void explain(RelationSubmission submission, Origin origin, Instant now) {
		this.reason = submission.reason();
		this.matter = submission.matter();
		this.origin = origin;
		this.withdrawnReason = null;
		this.updatedAt = now;
	}

	void withdraw(String reason, Instant now) {
		this.withdrawnReason = reason;
		this.updatedAt = now;
	}

	/** Notes that an editor changed it: files do not overwrite it from now on. */
	void changedByEditor() {
		this.origin = Origin.EDITOR;
	}

	/**
	 * Whether it says that one claim stands so to the other, in this direction if it has
	 * one.
	 */
	boolean isOf(RelationType type, Claim from, Claim to) {
		return this.type == type && ((this.from.id() == from.id() && this.to.id() == to.id())
				|| (!type.isDirected() && this.from.id() == to.id() && this.to.id() == from.id()));
	}

	boolean isHeld() {
		return this.withdrawnReason == null;
	}

	String coding() {
		return this.coding;
	}

	Origin origin() {
		return this.origin;
	}

	RelationType type() {
		return this.type;
	}

	Claim from() {
		return this.from;
	}

	Claim to() {
		return this.to;
	}

}
