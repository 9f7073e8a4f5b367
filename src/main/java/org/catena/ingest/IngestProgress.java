package org.catena.ingest;

import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Says every few seconds how far the reading of a file is, and how long it will take.
 */
final class IngestProgress {

	private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

	private static final Log log = LogFactory.getLog(IngestFile.class);

	private final long start = System.nanoTime();

	private long said = this.start;

	/**
	 * Says it, if it was not said just before.
	 * @param part which part of the file had been read, from 0 to 1
	 */
	void say(String file, IngestRun run, double part) {
		long now = System.nanoTime();
		if (now - this.said < EVERY) {
			return;
		}
		this.said = now;
		double seconds = (now - this.start) / 1e9;
		int articles = run.inserted() + run.updated() + run.unchanged() + run.refused();
		log.info("%s: %,d articles, %.0f %% read, %,.0f a second, %s left".formatted(file, articles, 100 * part,
				articles / seconds, duration((part > 0) ? seconds / part - seconds : 0)));
	}

	private static String duration(double seconds) {
		long whole = Math.round(seconds);
		return (whole < 60) ? whole + " s" : (whole < 3600) ? whole / 60 + " min " + whole % 60 + " s"
				: whole / 3600 + " h " + whole % 3600 / 60 + " min";
	}

}
