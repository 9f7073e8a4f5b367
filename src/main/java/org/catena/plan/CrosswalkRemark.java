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
import org.catena.plan.CrosswalkSubmission.RemarkSubmission;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the later plan of a crosswalk as a whole, beside the earlier.
 */
@Entity
class CrosswalkRemark {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "crosswalk_remark_seq")
	@SequenceGenerator(name = "crosswalk_remark_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Crosswalk crosswalk;

	private int position;

	private String sentence;

	@Enumerated(EnumType.STRING)
	private PlanBasis basis;

	private @Nullable String evidence;

	private @Nullable String page;

	@ElementCollection
	@CollectionTable(name = "crosswalk_remark_claim", joinColumns = @JoinColumn(name = "remark_id"))
	@OrderColumn(name = "position")
	@Column(name = "claim_key")
	private List<String> claims = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected CrosswalkRemark() {
	}

	CrosswalkRemark(Crosswalk crosswalk, int position, RemarkSubmission submission) {
		this.crosswalk = crosswalk;
		this.position = position;
		this.sentence = submission.says();
		this.basis = submission.support().basis();
		this.evidence = submission.support().evidence();
		this.page = submission.support().page();
		this.claims.addAll(submission.support().claims());
	}

	/** The permanent ids of the claims on which it rests. */
	List<String> claims() {
		return List.copyOf(this.claims);
	}

}
