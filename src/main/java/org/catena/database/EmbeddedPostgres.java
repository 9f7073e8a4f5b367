package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;

/**
 * The PostgreSQL server that this process started on its data folder, and ends. One per
 * folder: the folder's lock is held from before the start until after the end.
 */
final class EmbeddedPostgres implements LocalPostgres {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedPostgres.class);

	private static final int ATTEMPTS = 3;

	private final DataFolder folder;

	private final FolderLock lock;

	private final PostgresPrograms programs;

	private final Cluster cluster;

	/**
	 * Runs after all application contexts, and with them the connection pools, are
	 * closed; it is needed when a signal comes before the context knows this object.
	 */
	private final Runnable shutdownHandler = this::end;

	private @Nullable ServerAccess access;

	private @Nullable ProcessHandle server;

	private EmbeddedPostgres(DataFolder folder, FolderLock lock) {
		this.folder = folder;
		this.lock = lock;
		this.programs = new PostgresPrograms(PostgresBinaries.unpackInto(folder.binaries()));
		this.cluster = new Cluster(folder, this.programs);
	}

	/**
	 * Starts the server.
	 * @param lock on the folder; given back when the server has ended, or did not start
	 */
	static EmbeddedPostgres start(DataFolder folder, FolderLock lock, Durability durability) {
		@Nullable EmbeddedPostgres postgres = null;
		try {
			postgres = new EmbeddedPostgres(folder, lock);
			SpringApplication.getShutdownHandlers().add(postgres.shutdownHandler);
			postgres.start(durability);
			return postgres;
		}
		catch (IOException | SQLException ex) {
			throw new DatabaseUnavailable("PostgreSQL does not start on " + folder.postgres() + ": " + ex + ".",
					"Read " + folder.log() + ".", ex);
		}
		finally {
			if (postgres == null) {
				lock.close();
			}
			else if (postgres.access == null) {
				postgres.close();
			}
		}
	}

	/**
	 * A signal in its middle waits for its end: a server half started would stay behind.
	 */
	private synchronized void start(Durability durability) throws IOException, SQLException {
		this.programs.checkUser();
		this.cluster.prepare();
		new PreviousServer(this.folder, this.cluster, this.programs).end();
		ServerAccess wanted = this.cluster.access();
		ServerAccess found = startOnFreePort(wanted, durability);
		if (!this.cluster.isServedOn(found)) {
			throw new DatabaseUnavailable(
					"The PostgreSQL server on port %d is not the one on %s, or refuses our password."
						.formatted(found.port(), this.folder.postgres()),
					"Put back the password in " + this.folder.access() + ", or delete that file to get a new one.");
		}
		this.cluster.provide(found);
		if (found.port() != wanted.port()) {
			found.write(this.folder.access());
		}
		this.lock.announce(found.port());
		this.access = found;
		logger.info("PostgreSQL runs on 127.0.0.1:{}, data in {}", found.port(), this.folder.postgres());
	}

	private ServerAccess startOnFreePort(ServerAccess wanted, Durability durability) throws IOException {
		ServerAccess access = wanted;
		for (int attempt = 1;; attempt++) {
			if (!LoopbackPort.isFree(access.port())) {
				access = access.onPort(LoopbackPort.anyFree());
			}
			keepLastLog();
			PostgresPrograms.Outcome outcome = this.programs
				.run(List.of("pg_ctl", "start", "-w", "-t", "600", "-D", this.folder.postgres().toString(), "-l",
						this.folder.log().toString(), "-o", options(access.port(), durability)));
			this.server = PostmasterFile.read(this.folder.postgres())
				.flatMap((file) -> ProcessHandle.of(file.pid()))
				.orElse(null);
			if (outcome.succeeded()) {
				return access;
			}
			// Another program can have taken the port meanwhile; then, and only then, try
			// another.
			if (attempt == ATTEMPTS || LoopbackPort.isFree(access.port())) {
				throw new DatabaseUnavailable(
						"PostgreSQL does not start on " + this.folder.postgres() + ". " + outcome.output() + "\n"
								+ this.cluster.lastWords(),
						"Mend what its log says (" + this.folder.log()
								+ "), or name another folder with catena.data-dir.");
			}
		}
	}

	/** On the command line nothing in the data directory overrides them. */
	private static String options(int port, Durability durability) {
		List<String> settings = new ArrayList<>(durability.settings());
		settings.add("port=" + port);
		settings.add("listen_addresses=127.0.0.1");
		settings.add("unix_socket_directories=");
		settings.add("log_checkpoints=off");
		return "-c " + String.join(" -c ", settings);
	}

	private void keepLastLog() {
		Path log = this.folder.log();
		try {
			if (Files.exists(log)) {
				Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			logger.debug("{} stays as it is", log, ex);
		}
	}

	@Override
	public EmbeddedConnection connection() {
		return Optional.ofNullable(this.access).orElseThrow().asOwner();
	}

	/** For those who make databases of their own. */
	EmbeddedConnection superuserConnection() {
		return Optional.ofNullable(this.access).orElseThrow().asSuperuser();
	}

	/**
	 * Ends the server and gives the folder back. A second call does nothing.
	 */
	@Override
	public void close() {
		try {
			SpringApplication.getShutdownHandlers().remove(this.shutdownHandler);
		}
		catch (IllegalStateException ex) {
			logger.trace("The process is ending; the handler finds nothing left to do", ex);
		}
		end();
	}

	private synchronized void end() {
		ProcessHandle process = this.server;
		this.server = null;
		try {
			// A handle knows a process from a later one with the same number.
			if (process != null && ProcessState.isRunning(process)) {
				stop(process);
			}
		}
		finally {
			this.lock.close();
		}
	}

	private void stop(ProcessHandle process) {
		String directory = this.folder.postgres().toString();
		for (String mode : List.of("fast", "immediate")) {
			if (this.programs.run(List.of("pg_ctl", "stop", "-w", "-t", "60", "-m", mode, "-D", directory))
				.succeeded()) {
				logger.debug("PostgreSQL process {} has ended", process.pid());
				return;
			}
		}
		logger.warn("PostgreSQL process {} did not end; the next start ends it", process.pid());
	}

}
