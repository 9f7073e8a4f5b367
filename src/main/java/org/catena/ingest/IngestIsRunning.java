package org.catena.ingest;

/**
 * The corpus is being read already, here or by another process on the same database.
 */
public class IngestIsRunning extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IngestIsRunning() {
		super("The corpus is being read already. Wait until that run has ended.");
	}

}
