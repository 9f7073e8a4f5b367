package org.catena.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.catena.CatenaApplication;
import org.catena.ingest.IngestFile;
import org.catena.ingest.IngestReport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the application beside PostgreSQL's full text, bare Lucene and, where a JDK for
 * it is found, OpenSearch, all in one run, on articles made for it. Arguments: how many articles, rounds of queries, the
 * file that the table goes to, the folder to work in.
 */
public final class Benchmark {

	/** Rounds between two in which PostgreSQL is asked, which is much slower. */
	private static final int POSTGRES_EVERY = 6;

	/** How many times as fast as PostgreSQL a page of many hits is to be. */
	private static final double LEAST_OVER_POSTGRES = 30;

	/** How many times as long as bare Lucene a search may take. */
	private static final double MOST_OVER_LUCENE = 2;

	/** How many times as long as its two bare parts taking in may take. */
	private static final double MOST_OVER_BARE = 2.5;

	private static final long SEED = 28;

	/** Articles of the corpus, which the application holds as well. */
	private static final int CORPUS = 5;

	private final int articles;

	private final int rounds;

	private final Path folder;

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<BenchQuery, Row> rows = new LinkedHashMap<>();

	private double copying;

	private double indexing;

	private double ingesting;

	private double gin;

	private double clustering;

	/** Null where it is not measured. */
	private @Nullable BenchOpenSearch openSearch;

	private long largestHeap;

	private Benchmark(int articles, int rounds, Path folder) {
		this.articles = articles;
		this.rounds = rounds;
		this.folder = folder;
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[3]).toAbsolutePath();
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		String table;
		try (ConfigurableApplicationContext application = application(folder)) {
			table = run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), folder, application,
					"http://localhost:" + application.getEnvironment().getProperty("local.server.port"), openSearch());
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		System.out.println(table);
		Files.writeString(Path.of(arguments[2]), table);
		System.exit(0);
	}

	/** One node with as much memory as the application, if it can be had. */
	private static @Nullable BenchOpenSearch openSearch() {
		Optional<String> hindrance = OpenSearch.hindrance();
		if (hindrance.isPresent()) {
			say("without OpenSearch, " + hindrance.get());
			return null;
		}
		say("starting OpenSearch");
		return new BenchOpenSearch(OpenSearch.start(1, "-Xms1g", "-Xmx1g").hosts());
	}

	private static ConfigurableApplicationContext application(Path folder) {
		return new SpringApplicationBuilder(CatenaApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=warn",
					"logging.level.org.catena.ingest=info", "catena.ingest.on-startup=always")
			.run("--catena.data-dir=" + folder.resolve("data"));
	}

	/**
	 * Measures an application that holds the corpus.
	 * @param address where it answers
	 * @param openSearch is measured beside it, if given
	 * @return the table, in Markdown
	 */
	static String run(int articles, int rounds, Path folder, ConfigurableApplicationContext application, String address,
			@Nullable BenchOpenSearch openSearch) throws IOException, SQLException {
		Benchmark benchmark = new Benchmark(articles, rounds, folder);
		benchmark.openSearch = openSearch;
		return benchmark.run(application, address);
	}

	private String run(ConfigurableApplicationContext application, String address) throws IOException, SQLException {
		say("making " + this.articles + " articles");
		Path file = this.folder.resolve("articles.jsonl");
		GeneratedCorpus corpus = new GeneratedCorpus(Path.of("corpus"), SEED);
		corpus.write(file, this.articles);
		try (BenchPostgres postgres = new BenchPostgres(application.getBean(DataSource.class));
				BenchLucene lucene = new BenchLucene(this.folder.resolve("lucene"))) {
			say("bare COPY");
			this.copying = postgres.copy(file);
			say("bare IndexWriter");
			this.indexing = lucene.index(file);
			say("the application takes in the same");
			settle(application);
			this.ingesting = ingest(application, file);
			if (this.openSearch != null) {
				say("OpenSearch takes in the same");
				this.clustering = this.openSearch.index(file);
			}
			say("PostgreSQL's index");
			this.gin = postgres.index();
			for (BenchQuery query : BenchQuery.all(corpus, this.articles)) {
				this.rows.put(query, new Row());
			}
			Search search = application.getBean(Search.class);
			for (int round = -Math.max(2, this.rounds / 4); round < this.rounds; round++) {
				say("round " + round);
				for (Map.Entry<BenchQuery, Row> row : this.rows.entrySet()) {
					measure(row.getKey(), (round < 0) ? new Row() : row.getValue(), address, search, lucene);
					if (round >= 0 && round % POSTGRES_EVERY == 0 && BenchPostgres.answers(row.getKey())) {
						row.getValue().rank.of(() -> postgres.rank(row.getKey()));
						row.getValue().count.of(() -> postgres.countBySource(row.getKey()));
					}
				}
			}
		}
		return table();
	}

	private static void say(String what) {
		System.out.println("Benchmark: " + what);
	}

	private double ingest(ConfigurableApplicationContext application, Path file) {
		long start = System.nanoTime();
		IngestReport report = application.getBean(IngestFile.class).ingest(file, "benchmark");
		if (report.inserted() != this.articles || report.problems() > 0) {
			throw new IllegalStateException("Not everything was taken in: " + report);
		}
		say("stored after %.1f s".formatted((System.nanoTime() - start) / 1e9));
		settle(application);
		return (System.nanoTime() - start) / 1e9;
	}

	/** Waits until the index holds everything. */
	static void settle(ConfigurableApplicationContext application) {
		JdbcClient jdbc = application.getBean(JdbcClient.class);
		while (jdbc.sql("select (select count(*) from hsearch_outbox_event) + (select count(*) from index_backlog)")
			.query(Long.class)
			.single() > 0) {
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private void measure(BenchQuery query, Row row, String address, Search search, BenchLucene lucene) {
		String page = row.http.of(() -> page(address + query.address()));
		if (query.view() == null) {
			Found found = row.service.of(() -> search.find(query.asked()));
			long bare = row.lucene.of(() -> lucene.search(query));
			row.hits = found.articles();
			check(query, row.hits, bare);
			if (this.openSearch != null) {
				check(query, bare, row.openSearch.of(() -> this.openSearch.search(query)));
			}
		}
		else {
			row.hits = search.find(query.asked()).articles();
		}
		if (!page.contains("</html>")) {
			throw new IllegalStateException(query + ": no page");
		}
		this.largestHeap = Math.max(this.largestHeap, Runtime.getRuntime().totalMemory());
	}

	private static void check(BenchQuery query, long here, long there) {
		if (there < here / 2 - CORPUS || there > 2 * here) {
			throw new IllegalStateException(
					query + ": " + here + " hits here, " + there + " there; the same must be asked");
		}
	}

	private String page(String address) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(
				HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
				HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new IllegalStateException(address + ": " + response.statusCode());
		}
		return response.body();
	}

	private String table() {
		StringBuilder table = new StringBuilder("# Benchmarks\n\n");
		table.append(
				"Made by `mvn -Pbench -Dbench.articles=%d` on %s. Times are milliseconds: median / 95th percentile of %d rounds (PostgreSQL: %d), all systems in turn in every round, after a warm-up.%n%n"
					.formatted(this.articles, LocalDate.now(), this.rounds,
							(this.rounds + POSTGRES_EVERY - 1) / POSTGRES_EVERY));
		table.append(Machine.describe(this.largestHeap)).append('\n');
		table.append("## Searching %,d articles\n\n".formatted(this.articles));
		table.append(
				"| query | hits | application, HTTP | its service | bare Lucene | OpenSearch, HTTP | PostgreSQL, ranking | + counts by source | PostgreSQL ÷ HTTP | service ÷ Lucene | service ÷ OpenSearch |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
		this.rows.forEach((query,
				row) -> table.append(String.format(Locale.ROOT,
						"| %s `%s` | %,d | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n", query.label(), query.words(),
						row.hits, row.http, row.service, row.lucene, row.openSearch, row.rank, row.count,
						row.rank.isEmpty() ? "–" : "%.1f ×".formatted(row.fasterThanPostgres()),
						row.service.isEmpty() ? "–" : "%.1f".formatted(row.overLucene()),
						row.openSearch.isEmpty() ? "–" : "%.1f".formatted(row.overOpenSearch()))));
		table.append(
				"\nThe application's page has the hits, their exact number, marked passages of ten texts, thirteen facets and the number of claims. Bare Lucene counts six facets, and neither the claims nor the names of values: one pass for hits, total and facets, then marked passages of stored texts. OpenSearch 3.8 (one node, one shard, heap 1 GiB, the same analysis, order and facets as bare Lucene) answers in JSON over HTTP, its request cache off. PostgreSQL ranks by `ts_rank_cd` on a GIN index, and counts by source in a second statement; it marks nothing.\n\n");
		table.append("## Taking in\n\n| what | seconds |\n|---|--:|\n");
		table.append(String.format(Locale.ROOT, "| bare `COPY` into a table without index | %.1f |%n", this.copying));
		table.append(String.format(Locale.ROOT, "| bare `IndexWriter`, all processors | %.1f |%n", this.indexing));
		table.append(String.format(Locale.ROOT, "| the application, until everything can be found | %.1f |%n",
				this.ingesting));
		if (this.openSearch != null) {
			table.append(String.format(Locale.ROOT, "| (OpenSearch, one `_bulk` of 1,000 after the other) | %.1f |%n",
					this.clustering));
		}
		table.append(String.format(Locale.ROOT, "| (PostgreSQL's `tsvector` and GIN index) | %.1f |%n", this.gin));
		table.append(String.format(Locale.ROOT,
				"%nThe application needs %.2f times the sum of the first two (%,.0f articles a second); it also checks, hashes, keeps bases, bylines and claims, and reads the file.%n",
				this.ingesting / (this.copying + this.indexing), this.articles / this.ingesting));
		return table.append(bars()).toString();
	}

	/** What was to be reached, at 200,000 articles, and what was. */
	private String bars() {
		List<Row> beside = this.rows.values().stream().filter((row) -> !row.lucene.isEmpty()).toList();
		long within = beside.stream().filter((row) -> row.overLucene() <= MOST_OVER_LUCENE).count();
		double worst = beside.stream().mapToDouble(Row::overLucene).max().orElse(0);
		double faster = this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().label().equals("word in 99 % of articles"))
			.mapToDouble((row) -> row.getValue().fasterThanPostgres())
			.findFirst()
			.orElse(0);
		double taking = this.ingesting / (this.copying + this.indexing);
		return """

				## Beside what it is to reach
				The bars are for 200,000 articles; with fewer, PostgreSQL has an easier task and what each page costs anyway weighs more.

				| bar | here | |
				|---|---|---|
				| page of a word in 99 %% of articles, by HTTP, at least 30 times as fast as PostgreSQL's ranking and counts | %.1f times | %s |
				| service at most twice bare Lucene | %d of %d queries, the worst %.1f times | %s |
				| taking in at most 2.5 times bare `COPY` and `IndexWriter` | %.2f times | %s |
				| %s |
				"""
			.formatted(faster, met(faster >= LEAST_OVER_POSTGRES), within, beside.size(), worst,
					met(within == beside.size()), taking, met(taking <= MOST_OVER_BARE), besideOpenSearch(beside));
	}

	private static String besideOpenSearch(List<Row> rows) {
		List<Row> beside = rows.stream().filter((row) -> !row.openSearch.isEmpty()).toList();
		if (beside.isEmpty()) {
			return "service no slower than OpenSearch over HTTP | not measured: no JDK for it was found | –";
		}
		long within = beside.stream().filter((row) -> row.overOpenSearch() <= 1).count();
		return "service no slower than OpenSearch over HTTP | %d of %d queries, the worst %.1f times | %s".formatted(
				within, beside.size(), beside.stream().mapToDouble(Row::overOpenSearch).max().orElse(0),
				met(within == beside.size()));
	}

	private static String met(boolean met) {
		return met ? "met" : "not met";
	}

	/** What was measured for a query. */
	private static final class Row {

		private final Times http = new Times();

		private final Times service = new Times();

		private final Times lucene = new Times();

		private final Times openSearch = new Times();

		private final Times rank = new Times();

		private final Times count = new Times();

		private long hits;

		double fasterThanPostgres() {
			return (this.rank.median() + this.count.median()) / this.http.median();
		}

		double overLucene() {
			return this.service.median() / this.lucene.median();
		}

		double overOpenSearch() {
			return this.service.median() / this.openSearch.median();
		}

	}

}
