package org.catena.database;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that a running site started. It is neither started nor stopped from here.
 */
record JoinedPostgres(EmbeddedConnection connection) implements LocalPostgres {

	private static final Logger logger = LoggerFactory.getLogger(JoinedPostgres.class);

	/** A site that is just starting can have to recover a large database first. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final long PAUSE_MILLIS = 250;

	/**
	 * Joins the server of the process that holds the folder; if none does, starts one of
	 * our own.
	 */
	static LocalPostgres joinOrStart(DataFolder folder) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end) {
			Optional<FolderLock> lock = folder.tryLock();
			if (lock.isPresent()) {
				return EmbeddedPostgres.start(folder, lock.get(), Durability.KEPT);
			}
			Optional<ServerAccess> access = FolderLock.announcedPort(folder.lockFile())
				.flatMap((port) -> ServerAccess.read(folder.access()).map((known) -> known.onPort(port)));
			if (access.isPresent()) {
				logger.info("Joined PostgreSQL on 127.0.0.1:{}, data in {}", access.get().port(), folder.postgres());
				return new JoinedPostgres(access.get().asOwner());
			}
			pause();
		}
		throw new DatabaseUnavailable(
				"The process that uses the data folder %s has had no database ready for %d seconds."
					.formatted(folder.root(), PATIENCE.toSeconds()),
				"See what that process says, or stop it.");
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseUnavailable("Interrupted while waiting for the database.", "Start again.", ex);
		}
	}

	@Override
	public void close() {
		// It belongs to the site.
	}

}
