package org.catena.ingest;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.catena.article.Accession.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the corpus, with what became of its articles.
 */
@Entity
class IngestRun {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ingest_run_seq")
	@SequenceGenerator(name = "ingest_run_seq", allocationSize = 50)
	private @Nullable Long id;

	private String startedBy;

	private Instant startedAt;

	private @Nullable Instant endedAt;

	private int inserted;

	private int updated;

	private int unchanged;

	private int refused;

	@SuppressWarnings("NullAway.Init")
	protected IngestRun() {
	}

	IngestRun(String startedBy, Instant startedAt) {
		this.startedBy = startedBy;
		this.startedAt = startedAt;
	}

	void count(Outcome outcome) {
		switch (outcome) {
			case INSERTED -> this.inserted++;
			case UPDATED -> this.updated++;
			case UNCHANGED -> this.unchanged++;
		}
	}

	void countRefused() {
		this.refused++;
	}

	void end(Instant endedAt) {
		this.endedAt = endedAt;
	}

	/**
	 * What came of it.
	 * @param problems how many problems there were
	 */
	IngestReport report(int problems) {
		return new IngestReport(id(), this.inserted, this.updated, this.unchanged, this.refused, problems);
	}

	long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	int inserted() {
		return this.inserted;
	}

	int updated() {
		return this.updated;
	}

	int unchanged() {
		return this.unchanged;
	}

	int refused() {
		return this.refused;
	}

}
