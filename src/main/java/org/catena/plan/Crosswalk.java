package org.catena.plan;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.CrosswalkSubmission.CorrespondenceSubmission;
import org.catena.plan.CrosswalkSubmission.PointName;
import org.catena.plan.CrosswalkSubmission.RemarkSubmission;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What became of the points of a plan in a later one. There is one for each pair of
 * plans; it is revised as a whole.
 */
@Entity
class Crosswalk {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "crosswalk_seq")
	@SequenceGenerator(name = "crosswalk_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan earlierPlan;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan laterPlan;

	private String about = "";

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256 = "";

	private @Nullable String withdrawnReason;

	@OneToMany(mappedBy = "crosswalk", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position")
	private List<CrosswalkRemark> remarks = new ArrayList<>();

	@OneToMany(mappedBy = "crosswalk", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position")
	private List<Correspondence> points = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Crosswalk() {
	}

	Crosswalk(Plan earlierPlan, Plan laterPlan) {
		this.earlierPlan = earlierPlan;
		this.laterPlan = laterPlan;
	}

	/**
	 * Takes over a submission, checked: the points that it names exist.
	 */
	void revise(CrosswalkSubmission submission, String sha256) {
		this.about = submission.about();
		this.sha256 = sha256;
		this.withdrawnReason = null;
		this.remarks.clear();
		for (RemarkSubmission remark : submission.remarks()) {
			this.remarks.add(new CrosswalkRemark(this, this.remarks.size(), remark));
		}
		this.points.clear();
		for (CorrespondenceSubmission point : submission.points()) {
			this.points.add(new Correspondence(this, this.points.size(), point, find(this.earlierPlan, point.earlier()),
					find(this.laterPlan, point.later())));
		}
	}

	private static @Nullable Point find(Plan plan, @Nullable PointName name) {
		return (name != null) ? plan.findPoint(name.number()).orElseThrow() : null;
	}

	void withdraw(String reason) {
		this.withdrawnReason = reason;
	}

	boolean isHeld() {
		return this.withdrawnReason == null;
	}

	/** Whether a row or a remark names a claim, by its permanent id. */
	boolean restsOn(String claim) {
		return this.points.stream().anyMatch((point) -> point.claims().contains(claim))
				|| this.remarks.stream().anyMatch((remark) -> remark.claims().contains(claim));
	}

	boolean isOf(Plan one, Plan other) {
		return earlierPlan().id() == one.id() && laterPlan().id() == other.id();
	}

	Plan earlierPlan() {
		return this.earlierPlan;
	}

	Plan laterPlan() {
		return this.laterPlan;
	}

	String sha256() {
		return this.sha256;
	}

}
