package org.catena.annotation;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How two claims stand to each other, with the reason. Relations without direction are
 * kept once, from the earlier claim to the later.
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

	private @Nullable String withdrawnReason;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected Relation() {
	}

	Relation(RelationType type, Claim from, Claim to, RelationSubmission submission, Instant now) {
		this.type = type;
		this.from = from;
		this.to = to;
		this.matter = submission.matter();
		this.reason = submission.reason();
		this.coding = submission.coding();
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** Takes over a reason; nothing happens when it is the same. */
	boolean explain(RelationSubmission submission, Instant now) {
		if (this.withdrawnReason == null && this.reason.equals(submission.reason())
				&& java.util.Objects.equals(this.matter, submission.matter())) {
			return false;
		}
		this.reason = submission.reason();
		this.matter = submission.matter();
		this.withdrawnReason = null;
		this.updatedAt = now;
		return true;
	}

	void withdraw(String reason, Instant now) {
		this.withdrawnReason = reason;
		this.updatedAt = now;
	}

	boolean isHeld() {
		return this.withdrawnReason == null;
	}

	String coding() {
		return this.coding;
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
