package org.catena.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.PlanSubmission.WitnessSubmission;
import org.jspecify.annotations.Nullable;

/**
 * A page in which parts of a plan were seen.
 */
@Entity
class Witness {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "witness_seq")
	@SequenceGenerator(name = "witness_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan plan;

	private String name;

	private String url = "";

	private String what = "";

	private String seen = "";

	@SuppressWarnings("NullAway.Init")
	protected Witness() {
	}

	Witness(Plan plan, String name) {
		this.plan = plan;
		this.name = name;
	}

	void revise(WitnessSubmission submission) {
		this.url = submission.url();
		this.what = submission.what();
		this.seen = submission.seen();
	}

	String name() {
		return this.name;
	}

}
