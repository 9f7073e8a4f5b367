package org.catena.search;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits for the index to hold what is committed, and for a rebuild to have ended.
 */
public final class IndexSettles {

	/** Generous, because tests share their machine; a site alone needs tenths of it. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private IndexSettles() {
	}

	public static void on(JdbcClient jdbc) {
		until(() -> jdbc.sql("""
				select (select count(*) from hsearch_outbox_event) + (select count(*) from index_backlog)
				  + (select count(*) from index_rebuild where ended is null)""").query(Long.class).single() == 0);
	}

	static void until(BooleanSupplier condition) {
		until(10, condition);
	}

	/** Looks every so many milliseconds. */
	static void until(int interval, BooleanSupplier condition) {
		Instant end = Instant.now().plus(PATIENCE);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(end)) {
				throw new AssertionError("Not within " + PATIENCE);
			}
			try {
				Thread.sleep(interval);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
		}
	}

}
