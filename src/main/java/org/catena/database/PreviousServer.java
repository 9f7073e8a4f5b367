package org.catena.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that an earlier run left behind when it was killed. It is ended, not taken
 * over: it can run with other settings, or be an older release. Whoever calls this holds
 * the folder's lock, so no living Catena uses that server.
 */
final class PreviousServer {

	private static final Logger logger = LoggerFactory.getLogger(PreviousServer.class);

	/** Start times by two clocks, in seconds and in ticks since the boot, differ. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

	private final DataFolder folder;

	private final Cluster cluster;

	private final PostgresPrograms programs;

	PreviousServer(DataFolder folder, Cluster cluster, PostgresPrograms programs) {
		this.folder = folder;
		this.cluster = cluster;
		this.programs = programs;
	}

	private enum Process {

		OUR_SERVER, ANOTHER, UNKNOWN

	}

	void end() throws IOException {
		Optional<PostmasterFile> file = PostmasterFile.read(this.folder.postgres());
		Optional<ProcessHandle> process = file.flatMap((left) -> ProcessHandle.of(left.pid()))
			.filter(ProcessHandle::isAlive);
		if (file.isEmpty() || process.isEmpty()) {
			// PostgreSQL itself recovers from a file whose process is gone.
			return;
		}
		switch (identify(file.get(), process.get())) {
			case OUR_SERVER -> stop(file.get());
			// The number went to another process, whom PostgreSQL would take for itself.
			case ANOTHER -> Files.deleteIfExists(PostmasterFile.in(this.folder.postgres()));
			case UNKNOWN -> throw new DatabaseUnavailable(
					"Process %d may be a PostgreSQL server on %s, and does not answer.".formatted(file.get().pid(),
							this.folder.postgres()),
					"End it if it is one; if it is something else, delete " + PostmasterFile.in(this.folder.postgres())
							+ ".");
		}
	}

	private Process identify(PostmasterFile left, ProcessHandle process) throws IOException {
		if (!ProcessState.isRunning(process)) {
			return Process.ANOTHER;
		}
		Optional<String> command = process.info().command();
		if (command.isPresent() && !isPostgres(command.get())) {
			return Process.ANOTHER;
		}
		Optional<Path> workingDirectory = workingDirectory(left.pid());
		if (command.isPresent() && workingDirectory.isPresent()) {
			// A server's working directory is its data directory, also after a move.
			return isOurs(workingDirectory.get()) ? Process.OUR_SERVER : Process.ANOTHER;
		}
		Optional<ServerAccess> access = ServerAccess.read(this.folder.access());
		if (access.isPresent() && this.cluster.isServedOn(access.get().onPort(left.port()))) {
			return Process.OUR_SERVER;
		}
		Optional<String[]> arguments = process.info().arguments();
		if (command.isPresent() && arguments.isPresent()) {
			return List.of(arguments.get()).contains(this.folder.postgres().toString()) ? Process.OUR_SERVER
					: Process.UNKNOWN;
		}
		Optional<Instant> started = process.info().startInstant();
		boolean younger = started.isPresent() && started.get().isAfter(left.started().plus(CLOCK_TOLERANCE));
		return younger ? Process.ANOTHER : Process.UNKNOWN;
	}

	private static boolean isPostgres(String command) {
		Path name = Path.of(command).getFileName();
		return name != null && name.toString().matches("postgres(\\.exe)?( \\(deleted\\))?");
	}

	/** On Linux only. */
	private static Optional<Path> workingDirectory(long pid) {
		try {
			return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
		}
		catch (IOException | UnsupportedOperationException ex) {
			return Optional.empty();
		}
	}

	private boolean isOurs(Path directory) throws IOException {
		return Files.exists(directory) && Files.isSameFile(directory, this.folder.postgres());
	}

	private void stop(PostmasterFile left) {
		logger.info("Ending PostgreSQL process {}, left by a run that was killed", left.pid());
		String directory = this.folder.postgres().toString();
		List<String> fast = List.of("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", directory);
		List<String> immediate = List.of("pg_ctl", "stop", "-w", "-t", "60", "-m", "immediate", "-D", directory);
		if (!this.programs.run(fast).succeeded() && !this.programs.run(immediate).succeeded()) {
			throw new DatabaseUnavailable(
					"PostgreSQL process %d, left by a run that was killed, does not end.".formatted(left.pid()),
					"End process " + left.pid() + " and start again.");
		}
	}

}
