package org.catena.plan;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.CrosswalkSubmission.CorrespondenceSubmission;
import org.catena.plan.CrosswalkSubmission.PointName;
import org.jspecify.annotations.Nullable;

/**
 * A row of a crosswalk: what became of one point, or of a part of it. The plans stand in
 * the row too, so that the database can refuse a point of another plan.
 */
@Entity
class Correspondence {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "correspondence_seq")
	@SequenceGenerator(name = "correspondence_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Crosswalk crosswalk;

	private int position;

	@Enumerated(EnumType.STRING)
	private CorrespondenceKind kind;

	private long earlierPlanId;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Point earlierPoint;

	private @Nullable String earlierLetter;

	private long laterPlanId;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Point laterPoint;

	private @Nullable String laterLetter;

	private String note;

	@Enumerated(EnumType.STRING)
	private PlanBasis basis;

	private @Nullable String evidence;

	private @Nullable String page;

	@ElementCollection
	@CollectionTable(name = "correspondence_claim", joinColumns = @JoinColumn(name = "correspondence_id"))
	@OrderColumn(name = "position")
	@Column(name = "claim_key")
	private List<String> claims = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Correspondence() {
	}

	Correspondence(Crosswalk crosswalk, int position, CorrespondenceSubmission submission, @Nullable Point earlier,
			@Nullable Point later) {
		this.crosswalk = crosswalk;
		this.position = position;
		this.kind = submission.kind();
		this.earlierPlanId = crosswalk.earlierPlan().id();
		this.earlierPoint = earlier;
		this.earlierLetter = letter(submission.earlier());
		this.laterPlanId = crosswalk.laterPlan().id();
		this.laterPoint = later;
		this.laterLetter = letter(submission.later());
		this.note = submission.note();
		this.basis = submission.support().basis();
		this.evidence = submission.support().evidence();
		this.page = submission.support().page();
		this.claims.addAll(submission.support().claims());
	}

	private static @Nullable String letter(@Nullable PointName name) {
		return (name != null) ? name.letter() : null;
	}

	/** The permanent ids of the claims on which it rests. */
	List<String> claims() {
		return List.copyOf(this.claims);
	}

}
