package org.catena.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An application with nothing but the embedded server and a pool, in this process or in a
 * real one that a test can kill.
 */
final class SiteProcess implements AutoCloseable {

	private static final String READY = "READY ";

	private final Process process;

	private final List<String> output = new ArrayList<>();

	private SiteProcess(Process process) {
		this.process = process;
	}

	/** Not annotated, so that no component scan of another test finds it. */
	@ImportAutoConfiguration({ EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class })
	static class Site {

	}

	public static void main(String[] arguments) throws InterruptedException {
		ConfigurableApplicationContext context = application(Site.class).run(arguments);
		JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
		jdbc.execute("CREATE TABLE IF NOT EXISTS visit (by bigint)");
		jdbc.update("INSERT INTO visit VALUES (?)", ProcessHandle.current().pid());
		System.out.println(READY);
		Thread.currentThread().join();
	}

	static SpringApplicationBuilder application(Class<?>... sources) {
		return new SpringApplicationBuilder(sources).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.com.zaxxer.hikari=warn");
	}

	static ConfigurableApplicationContext runHere(Path folder, String... arguments) {
		return application(Site.class).run(arguments(folder, arguments));
	}

	static String[] arguments(Path folder, String... more) {
		List<String> arguments = new ArrayList<>(
				List.of("--catena.data-dir=" + folder, "--catena.database.binaries-dir=" + TestDatabase.binaries()));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	/** Starts a JVM and waits until its application is up, or has failed. */
	static SiteProcess start(Path folder, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), SiteProcess.class.getName()));
		command.addAll(List.of(arguments(folder, arguments)));
		SiteProcess site = new SiteProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
		BufferedReader reader = site.process.inputReader();
		for (String line = reader.readLine(); line != null && !line.startsWith(READY); line = reader.readLine()) {
			site.output.add(line);
		}
		return site;
	}

	String output() {
		return String.join("\n", this.output);
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** As {@code kill -9} does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.waitFor(30, TimeUnit.SECONDS);
	}

	/** As {@code kill} does: SIGTERM. */
	int terminate() throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(60, TimeUnit.SECONDS) ? this.process.exitValue() : -1;
	}

	@Override
	public void close() {
		try {
			terminate();
			kill();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
