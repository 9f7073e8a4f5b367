package org.catena.history;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * In whose name, and why, the record is changed. It holds for the transactions that begin
 * on a thread {@link #during} some work.
 *
 * @param by an account or a job; null for whoever is signed in
 * @param reason why, as a sentence for readers
 * @param ingestRun the reading of files that changes it
 */
public record Attribution(@Nullable String by, @Nullable String reason, @Nullable Long ingestRun) {

	private static final ThreadLocal<Attribution> CURRENT = new ThreadLocal<>();

	/** Whoever is signed in, for a reason. */
	public static Attribution because(String reason) {
		return new Attribution(null, reason, null);
	}

	/** A reading of files. */
	public static Attribution reading(long ingestRun, String by) {
		return new Attribution(by, null, ingestRun);
	}

	/**
	 * Does something in this name.
	 * @param work what to do
	 * @return what came of it
	 */
	public <T extends @Nullable Object> T during(Supplier<T> work) {
		Attribution before = CURRENT.get();
		CURRENT.set(this);
		try {
			return work.get();
		}
		finally {
			if (before != null) {
				CURRENT.set(before);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	static Optional<Attribution> current() {
		return Optional.ofNullable(CURRENT.get());
	}

}
