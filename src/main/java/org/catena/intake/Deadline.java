package org.catena.intake;

import java.time.Duration;

/**
 * How long reading a page may take: a page can be built so that looking for its main text
 * would hardly end.
 */
final class Deadline {

	/** Many times what the largest real pages take. */
	private static final Duration READING = Duration.ofSeconds(20);

	private final long end;

	private Deadline(Duration left) {
		this.end = System.nanoTime() + left.toNanos();
	}

	static Deadline ofReading() {
		return new Deadline(READING);
	}

	/** One that has passed. */
	static Deadline passed() {
		return new Deadline(Duration.ZERO);
	}

	/** Reading takes longer than it may. */
	static final class Passed extends RuntimeException {

	}

	/** Ends reading when its time is over. */
	void check() {
		if (System.nanoTime() - this.end >= 0) {
			throw new Passed();
		}
	}

}
