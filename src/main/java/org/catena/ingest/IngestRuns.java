package org.catena.ingest;

import org.springframework.data.repository.Repository;

/**
 * The readings of the corpus.
 */
interface IngestRuns extends Repository<IngestRun, Long> {

	IngestRun save(IngestRun run);

}
