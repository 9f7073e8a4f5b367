package org.catena.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits until all that was changed is told: whatever else writes on the server delays it.
 */
final class Horizon {

	private Horizon() {
	}

	static void passes(JdbcClient jdbc) {
		for (int attempt = 1; jdbc
			.sql("select count(*) from change_mark where transaction >= pg_snapshot_xmin(pg_current_snapshot())")
			.query(Long.class)
			.single() > 0; attempt++) {
			if (attempt == 1200) {
				throw new IllegalStateException("A transaction has been running for a minute");
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
