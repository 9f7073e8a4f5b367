package org.catena.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.history.Attribution;
import org.springframework.stereotype.Component;

/**
 * Reads a file of many articles into the archive, a batch at a time: what it holds
 * already is passed over, so a reading that was cut off is simply begun again. A bad line
 * is reported and does not stop the others. One thread reads and checks, another writes.
 */
@Component
public class IngestFile {

	/** Problems that a report keeps at most. */
	static final int MOST_PROBLEMS = 1_000;

	private static final Log log = LogFactory.getLog(IngestFile.class);

	private final IngestLock lock;

	private final IngestRuns runs;

	private final IngestProblems problems;

	private final WriteBatch writeBatch;

	private final Clock clock;

	IngestFile(IngestLock lock, IngestRuns runs, IngestProblems problems, WriteBatch writeBatch, Clock clock) {
		this.lock = lock;
		this.runs = runs;
		this.problems = problems;
		this.writeBatch = writeBatch;
		this.clock = clock;
	}

	/**
	 * Reads a file.
	 * @param path a file of JSON lines or CSV, perhaps compressed by gzip
	 * @param by who asked for it
	 * @return what came of it
	 * @throws IngestIsRunning when something is being read already
	 */
	public IngestReport ingest(Path path, String by) {
		return this.lock.holding(() -> {
			Reading reading = new Reading(path, by);
			return Attribution.reading(reading.run.id(), by).during(reading::read);
		});
	}

	/** One reading. */
	private final class Reading {

		private final Path path;

		private final String file;

		private final String by;

		private final IngestRun run;

		private int kept;

		private int found;

		Reading(Path path, String by) {
			this.path = path;
			this.file = path.getFileName().toString();
			this.by = by;
			this.run = IngestFile.this.runs.save(new IngestRun(by + ": " + this.file, IngestFile.this.clock.instant()));
		}

		IngestReport read() {
			log.info("Reading " + this.path);
			IngestProgress progress = new IngestProgress();
			try (ReadAhead batches = new ReadAhead(this.path)) {
				boolean last = false;
				while (!last) {
					BulkBatch batch = batches.next();
					write(batch);
					progress.say(this.file, this.run, batch.part());
					last = batch.last();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while reading " + this.path, ex);
			}
			return end();
		}

		private void write(BulkBatch batch) {
			List<Problem> found = new ArrayList<>(batch.problems());
			for (int i = 0; i < batch.refused(); i++) {
				this.run.countRefused();
			}
			found.addAll(IngestFile.this.writeBatch.write(batch.articles(), this.file, this.by, this.run));
			keep(found);
		}

		/** However many problems there are, the report can be read. */
		private void keep(List<Problem> found) {
			this.found += found.size();
			List<Problem> some = found.subList(0, Math.min(found.size(), MOST_PROBLEMS - this.kept));
			some.forEach(log::warn);
			this.kept += some.size();
			IngestFile.this.problems
				.saveAll(some.stream().map((problem) -> new IngestProblem(this.run, problem)).toList());
		}

		private IngestReport end() {
			if (this.found > this.kept) {
				IngestFile.this.problems.saveAll(List.of(new IngestProblem(this.run,
						new Problem(Level.WARNING, Stage.READ, "PROBLEMS_LEFT_OUT", this.file, null,
								"%,d further problems are not listed. Mend these and read the file again."
									.formatted(this.found - this.kept)))));
			}
			this.run.end(IngestFile.this.clock.instant());
			IngestRun ended = IngestFile.this.runs.save(this.run);
			log.info(this.file + " read: " + ended.inserted() + " articles new, " + ended.updated() + " changed, "
					+ ended.unchanged() + " the same, " + ended.refused() + " refused, " + this.found + " problems");
			return ended.report(this.found);
		}

	}

}
