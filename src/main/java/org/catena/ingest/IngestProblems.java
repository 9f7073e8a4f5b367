package org.catena.ingest;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * What the readings of the corpus reported.
 */
interface IngestProblems extends Repository<IngestProblem, Long> {

	void saveAll(Iterable<IngestProblem> problems);

	List<IngestProblem> findByRun(IngestRun run);

}
