package org.catena.ingest;

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
 * A problem of a run, as the report keeps it.
 */
@Entity
class IngestProblem {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ingest_problem_seq")
	@SequenceGenerator(name = "ingest_problem_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private IngestRun run;

	@Enumerated(EnumType.STRING)
	private Level level;

	@Enumerated(EnumType.STRING)
	private Stage stage;

	private String code;

	private String file;

	private @Nullable Integer line;

	private String sentence;

	@SuppressWarnings("NullAway.Init")
	protected IngestProblem() {
	}

	IngestProblem(IngestRun run, Problem problem) {
		this.run = run;
		this.level = problem.level();
		this.stage = problem.stage();
		this.code = problem.code();
		this.file = problem.file();
		this.line = problem.line();
		this.sentence = problem.sentence();
	}

}
