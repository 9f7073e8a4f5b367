package org.catena.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.catena.CatenaApplication;
import org.catena.article.Accession;
import org.catena.article.ArticlesAdded;
import org.catena.article.Origin;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application in a process of its own that a test can kill. It does what it is told
 * on its standard input, line by line, and answers each line by one.
 */
final class IndexedSite implements AutoCloseable {

	private static final String ANSWER = "ANSWER ";

	private final Process process;

	private final BufferedReader output;

	private final List<String> log = new ArrayList<>();

	private IndexedSite(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	/** The process. */
	public static void main(String[] arguments) throws IOException {
		PrintStream answers = System.out;
		ConfigurableApplicationContext context = SpringApplication.run(CatenaApplication.class, arguments);
		answers.println(ANSWER + "ready");
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			String[] words = command.split(" ");
			answers.println(ANSWER + answer(context, words[0], words[1]));
		}
		System.exit(SpringApplication.exit(context));
	}

	private static Object answer(ConfigurableApplicationContext context, String command, String word) {
		switch (command) {
			case "add" -> context.getBean(Accession.class)
				.accept(IndexTests.piece(word, "A " + word + "."), Origin.EDITOR, "test");
			case "again" -> context.getBean(TransactionTemplate.class)
				.executeWithoutResult((status) -> context.publishEvent(new ArticlesAdded(
						context.getBean(JdbcClient.class).sql("select id from article").query(Long.class).list())));
			case "find" -> {
				return context.getBean(Search.class).find(SearchQuery.of(word, Scope.ARTICLES)).articles();
			}
			case "waiting" -> {
				return context.getBean(JdbcClient.class)
					.sql("select (select count(*) from hsearch_outbox_event) + (select count(*) from index_backlog)")
					.query(Long.class)
					.single();
			}
			default -> throw new IllegalArgumentException(command);
		}
		return "done";
	}

	/** Starts one on a data folder, and waits until it is ready. */
	static IndexedSite start(Path data) throws IOException {
		IndexedSite site = new IndexedSite(new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-Xmx400m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				IndexedSite.class.getName(), "--catena.data-dir=" + data,
				"--catena.database.binaries-dir="
						+ System.getProperty("catena.database.binaries-dir", "target/postgres-binaries"),
				"--server.port=0", "--spring.main.banner-mode=off")
			.redirectErrorStream(true)
			.start());
		site.answer();
		return site;
	}

	/** Tells it something, and waits for the answer. */
	String tell(String command) throws IOException {
		this.process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
		this.process.getOutputStream().flush();
		return answer();
	}

	long find(String word) throws IOException {
		return Long.parseLong(tell("find " + word));
	}

	private String answer() throws IOException {
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(ANSWER)) {
				return line.substring(ANSWER.length());
			}
			this.log.add(line);
		}
		throw new IllegalStateException("The site has ended:\n"
				+ String.join("\n", this.log.subList(Math.max(0, this.log.size() - 60), this.log.size())));
	}

	/** As {@code kill -9} does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.waitFor(30, TimeUnit.SECONDS);
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
