package org.catena.exchange;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

import org.catena.table.CsvTable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a release: the whole record at one moment, in files whose bytes depend on nothing
 * but the record and the name. Decision 0025 says what it holds.
 */
@Component
class MakeRelease {

	/** The form of the record's files; another one is not read by {@link Restore}. */
	static final int FORMAT = 1;

	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private static final String COUNTS = """
			select (select count(*) from plan) as plans, (select count(*) from point) as points,
			  (select count(*) from source) as sources, (select count(*) from agent) as agents,
			  (select count(*) from article where state = 'published') as articles,
			  (select count(*) from article where state = 'withdrawn') as articles_withdrawn,
			  (select count(*) from article_version) as versions, (select count(*) from shown_claim) as claims,
			  (select count(*) from claim where standing = 'compared') as claims_of_second_codings,
			  (select count(*) from claim where standing = 'withdrawn') as claims_withdrawn,
			  (select count(*) from shown_relation) as relations, (select count(*) from shown_discrepancy) as discrepancies,
			  (select count(*) from crosswalk where withdrawn_reason is null) as crosswalks""";

	private final DataSource dataSource;

	private final TransactionTemplate snapshot;

	private final DataTables tables;

	private final Releases releases;

	private final JsonMapper json;

	private final Clock clock;

	MakeRelease(DataSource dataSource, PlatformTransactionManager transactions, DataTables tables, Releases releases,
			JsonMapper json, Clock clock) {
		this.dataSource = dataSource;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.tables = tables;
		this.releases = releases;
		this.json = json;
		this.clock = clock;
	}

	/** Makes the release of today, or a further one. */
	synchronized Release make() {
		String day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toString();
		String name = day;
		for (int number = 2; Files.exists(this.releases.file(name)); number++) {
			name = day + "." + number;
		}
		if (!Releases.NAME.matcher(name).matches()) {
			throw new IllegalStateException("There are as many releases of " + day + " as there can be.");
		}
		try {
			Files.createDirectories(this.releases.folder());
			write(name, this.releases.file(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.releases.find(name).orElseThrow();
	}

	/**
	 * Writes a release.
	 * @param name its name
	 * @param file where to; there must be nothing yet
	 */
	void write(String name, Path file) throws IOException {
		Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
		try {
			try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
				this.snapshot.executeWithoutResult((status) -> {
					try {
						write(name, out);
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				});
			}
			if (Files.exists(file)) {
				throw new FileAlreadyExistsException(file.toString());
			}
			Files.writeString(file.resolveSibling(file.getFileName() + ".sha256"),
					Sums.of(part) + "  " + file.getFileName() + "\n");
			Files.move(part, file);
			file.toFile().setWritable(false);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private void write(String name, OutputStream out) throws IOException {
		JdbcTemplate jdbc = new JdbcTemplate(this.dataSource);
		jdbc.setFetchSize(500);
		jdbc.execute("set local time zone 'UTC'");
		RecordSchema schema = RecordSchema.read(JdbcClient.create(jdbc));
		Map<String, String> sums = new TreeMap<>();
		Map<String, Object> rows = new LinkedHashMap<>();
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		entry(zip, "README.txt", sums, (file) -> file.write(readme(name)));
		entry(zip, "codebook.html", sums, (file) -> file.write(codebook()));
		for (RecordTable table : RecordTable.ALL) {
			long[] lines = { 0 };
			entry(zip, table.file(), sums, (file) -> jdbc.query(schema.rows(table), (rs) -> {
				try {
					file.append(rs.getString(1)).append('\n');
					lines[0]++;
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}));
			rows.put(table.name(), lines[0]);
		}
		for (DataTable table : DataTable.ALL) {
			entry(zip, "tables/" + table.name() + ".csv", sums,
					(file) -> this.tables.write(table, new CsvTable(file), true));
		}
		entry(zip, "tables/datapackage.json", sums,
				(file) -> file.write(pretty(DataPackage.of(name, "Catena, release of " + name))));
		entry(zip, Releases.HEAD, sums, (file) -> file.write(pretty(head(name, jdbc, rows))));
		entry(zip, Releases.SUMS, new TreeMap<>(), (file) -> {
			for (Map.Entry<String, String> sum : sums.entrySet()) {
				file.append(sum.getValue()).append("  ").append(sum.getKey()).append('\n');
			}
		});
		zip.finish();
		zip.flush();
	}

	private static Map<String, @Nullable Object> head(String name, JdbcTemplate jdbc, Map<String, Object> rows) {
		Map<String, @Nullable Object> head = new LinkedHashMap<>();
		head.put("name", name);
		head.put("format", FORMAT);
		head.put("changed", jdbc.queryForObject("""
				select to_char(greatest((select max(updated_at) from article), (select max(updated_at) from claim))
				  at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""", String.class));
		head.put("counts", new LinkedHashMap<>(jdbc.queryForMap(COUNTS)));
		head.put("rows", rows);
		return head;
	}

	private String pretty(Map<String, ? extends @Nullable Object> object) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(object).replace("\r\n", "\n") + "\n";
	}

	private static void entry(ZipOutputStream zip, String path, Map<String, String> sums, Writing writing)
			throws IOException {
		ZipEntry entry = new ZipEntry(path);
		entry.setTimeLocal(NO_TIME);
		zip.putNextEntry(entry);
		MessageDigest digest = Sums.begin();
		Writer writer = new BufferedWriter(new OutputStreamWriter(new DigestOutputStream(new FilterOutputStream(zip) {
			@Override
			public void write(byte[] bytes, int from, int length) throws IOException {
				this.out.write(bytes, from, length);
			}

			@Override
			public void flush() {
				// The file goes on.
			}
		}, digest), StandardCharsets.UTF_8));
		writing.write(writer);
		writer.flush();
		zip.closeEntry();
		sums.put(path, Sums.end(digest));
	}

	/** The codebook as the site shows it, as a page by itself. */
	private static String codebook() throws IOException {
		ClassPathResource page = new ClassPathResource("templates/reading/codebook.html");
		String main = Jsoup.parse(page.getContentAsString(StandardCharsets.UTF_8)).select("main").html();
		return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Codebook</title>\n</head>\n"
				+ "<body>\n" + main + "\n</body>\n</html>\n";
	}

	private static String readme(String name) {
		return """
				Catena, release of %s
				%s

				record/     the archive, complete: one file for each table, one row for each line, in JSON. Rows name
				            each other by slugs and keys. Withdrawn articles and claims are in it, each with its reason,
				            and so are all versions of texts and second codings. The application rebuilds itself from it:
				              java -jar catena.jar restore catena-%s.zip
				tables/     what readers are shown, as tables (CSV by RFC 4180, UTF-8), described in datapackage.json
				            (Frictionless Data Package). A text that a spreadsheet would take for a formula begins with
				            an apostrophe there; in record/ texts are as they are.
				codebook.html  by which rules articles are annotated
				release.json   the counts
				SHA256SUMS     check with: sha256sum -c SHA256SUMS

				Positions in texts count Unicode code points; spans do not include their end. The texts belong to their
				publishers and are held for study. Paraphrases, coding and relations are the archive's own.
				"""
			.formatted(name, "=".repeat(("Catena, release of " + name).length()), name);
	}

	@FunctionalInterface
	private interface Writing {

		void write(Writer file) throws IOException;

	}

}
