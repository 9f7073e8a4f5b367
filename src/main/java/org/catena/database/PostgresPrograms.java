package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb}, {@code pg_ctl} and {@code postgres} and waits for their end.
 */
final class PostgresPrograms {

	private static final Duration LIMIT = Duration.ofMinutes(12);

	private final Path home;

	PostgresPrograms(Path home) {
		this.home = home;
	}

	/**
	 * How a program ended.
	 */
	record Outcome(int exitCode, String output) {

		boolean succeeded() {
			return this.exitCode == 0;
		}

	}

	Outcome run(List<String> command) {
		return run(command, "");
	}

	/**
	 * Waits until the program has ended.
	 * @param command the program's name and its arguments
	 * @param input what it reads
	 */
	Outcome run(List<String> command, String input) {
		try {
			// Files, not pipes: the server inherits its starter's output on Windows and
			// would keep a pipe open.
			Path output = Files.createTempFile("catena-", ".out");
			Path stdin = Files.createTempFile("catena-", ".in");
			try {
				Files.writeString(stdin, input);
				Process process = builder(command).redirectErrorStream(true)
					.redirectInput(stdin.toFile())
					.redirectOutput(output.toFile())
					.start();
				return await(process, output);
			}
			finally {
				Files.deleteIfExists(stdin);
				if (!output.toFile().delete()) {
					output.toFile().deleteOnExit();
				}
			}
		}
		catch (IOException ex) {
			throw new DatabaseUnavailable("PostgreSQL's " + command.get(0) + " cannot be run: " + ex.getMessage() + ".",
					"If " + this.home + " is mounted so that no program may run from it,"
							+ " name another folder with catena.database.binaries-dir.",
					ex);
		}
	}

	private Outcome await(Process process, Path output) throws IOException {
		try {
			if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				return new Outcome(process.exitValue(),
						new String(Files.readAllBytes(output), Charset.defaultCharset()).strip());
			}
			return new Outcome(-1, "no end after " + LIMIT.toMinutes() + " minutes");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome(-1, "interrupted");
		}
		finally {
			process.destroyForcibly();
		}
	}

	private ProcessBuilder builder(List<String> command) {
		List<String> full = new ArrayList<>();
		if (isRoot()) {
			// PostgreSQL refuses to run as root. In a user namespace without a mapping
			// the process has no root rights, and still owns root's files.
			full.addAll(List.of("unshare", "-U"));
		}
		full.add(this.home.resolve("bin").resolve(command.get(0)).toString());
		full.addAll(command.subList(1, command.size()));
		ProcessBuilder builder = new ProcessBuilder(full);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.toUpperCase(Locale.ROOT).startsWith("PG"));
		// English messages; and macOS ends a server that starts without a locale.
		environment.put("LC_ALL", "C");
		return builder;
	}

	/**
	 * Says why nothing can run here, before a program says it less clearly.
	 */
	void checkUser() {
		if (isRoot() && !canUnshare()) {
			throw new DatabaseUnavailable(
					"PostgreSQL does not run as root, and this system does not let Catena give up root's rights"
							+ " (unshare -U).",
					"Run Catena as an ordinary user who owns the data folder,"
							+ " or name a PostgreSQL server with spring.datasource.url.");
		}
	}

	private static boolean isRoot() {
		Path self = Path.of("/proc/self");
		try {
			return Files.exists(self) ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
					: "root".equals(System.getProperty("user.name"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean canUnshare() {
		try {
			return new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
