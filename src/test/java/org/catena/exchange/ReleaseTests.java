package org.catena.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The archive can be rebuilt from a release, and gives the same release then. */
@WholeApplicationTest
class ReleaseTests {

	@TempDir
	private Path folder;

	@Autowired
	private MakeRelease makeRelease;

	@Autowired
	private Releases releases;

	@Autowired
	private Restore restore;

	@Autowired
	private TestArchive archive;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester site;

	@Test
	void rebuildsTheWholeArchiveByteForByte() throws Exception {
		this.archive.empty().readCorpus();
		IndexSettles.on(this.jdbc);
		Path first = release("first");
		assertThat(rows(first, "record/claim.jsonl")).anyMatch((line) -> line.contains("\"standing\":\"compared\""))
			.noneMatch((line) -> line.contains("\"id\":"));
		this.archive.empty();
		this.restore.restore(first);
		IndexSettles.on(this.jdbc);
		assertThat(Files.readAllBytes(release("second"))).isEqualTo(Files.readAllBytes(first));
		assertThat(this.archive.readCorpus().problems()).as("the archive goes on").isZero();
	}

	@Test
	void bringsBackWhatWasWithdrawnAndWhatMoved() throws Exception {
		hold();
		this.archive.change(
				"update article set state = 'withdrawn', withdrawn_reason = 'A \"forgery\". 😀' where slug = 'gone'");
		this.archive.change("update article set identifier = 'first' where slug = 'stays'");
		this.archive.change("insert into old_slug select 'former', id from article where slug = 'stays'");
		this.archive.change("""
				update claim set standing = 'withdrawn', withdrawn_reason = 'No claim.' where key = 'stays/c02'""");
		this.archive
			.change("""
					insert into article_version (id, article_id, number, text, sha256, code_points, words, reason, created_at,
					  created_by) select 900000, id, 2, 'Another text.', repeat('0', 64), 13, 2, 'A misprint', '2026-01-02T03:04:05.6Z',
					  'editor' from article where slug = 'stays'""");
		IndexSettles.on(this.jdbc);
		Path first = release("first");
		this.archive.empty();
		this.restore.restore(first);
		IndexSettles.on(this.jdbc);
		assertThat(this.archive.list("select slug, state, withdrawn_reason, identifier from article order by slug"))
			.containsExactly("gone|withdrawn|A \"forgery\". 😀|gone", "stays|published|null|first");
		assertThat(this.archive.list("select number, text from article_version v join article a on a.id = v.article_id "
				+ "where a.slug = 'stays' order by number"))
			.hasSize(2)
			.contains("2|Another text.");
		assertThat(this.archive.ask("select standing from claim where key = 'stays/c02'")).isEqualTo("withdrawn");
		assertThat(this.site.get().uri("/articles/former")).hasStatus(HttpStatus.MOVED_PERMANENTLY);
		assertThat(this.site.get().uri("/articles/gone")).hasStatus(HttpStatus.GONE);
		assertThat(Files.readAllBytes(release("second"))).isEqualTo(Files.readAllBytes(first));
	}

	/** A release must not forget what somebody adds to the schema. */
	@Test
	void holdsEachTableOrSaysWhyNot() {
		List<String> tables = this.jdbc.sql("""
				select table_name from information_schema.tables
				where table_schema = current_schema() and table_type = 'BASE TABLE'""").query(String.class).list();
		List<String> known = new ArrayList<>(RecordTable.LEFT_OUT);
		RecordTable.ALL.forEach((table) -> known.add(table.name()));
		assertThat(known).doesNotHaveDuplicates().containsAll(tables);
		assertThat(tables).containsAll(RecordTable.ALL.stream().map(RecordTable::name).toList());
	}

	/** An id means nothing in another database. */
	@Test
	void namesRowsOfOtherTablesAndNeverNumbersThem() {
		RecordSchema schema = RecordSchema.read(this.jdbc);
		List<String> held = RecordTable.ALL.stream().map(RecordTable::name).toList();
		for (RecordTable table : RecordTable.ALL) {
			for (String column : schema.columns(table.name())) {
				if (column.endsWith("_id")) {
					assertThat(schema.target(table.name(), column)).as(table.name() + "." + column)
						.hasValueSatisfying((target) -> assertThat(held).contains(target));
				}
			}
			assertThat(this.jdbc.sql(schema.rows(table)).query(String.class).list())
				.allSatisfy((line) -> assertThat(line).doesNotContain("\"id\":").doesNotContain("_id\":"));
		}
	}

	@Test
	void isNotMadeTwice() throws Exception {
		hold();
		Path file = release("first");
		byte[] made = Files.readAllBytes(file);
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> this.makeRelease.write("2026-01-01", file));
		assertThat(file).hasBinaryContent(made);
		assertThat(Files.getPosixFilePermissions(file)).doesNotContain(PosixFilePermission.OWNER_WRITE);
		try (var files = Files.list(file.getParent())) {
			assertThat(files.map((left) -> left.getFileName().toString())).noneMatch((left) -> left.endsWith(".part"));
		}
	}

	@Test
	void isRefusedWhereThereIsAnArchive() throws Exception {
		hold();
		Path file = release("first");
		assertThatExceptionOfType(Restore.NotRestored.class).isThrownBy(() -> this.restore.restore(file))
			.withMessageContaining("not empty");
	}

	@Test
	void isRefusedWhenItIsNotWhole() throws Exception {
		hold();
		Path file = release("first");
		this.archive.empty();
		refused(changed(file, "record/agent.jsonl", (text) -> text.replace("Ann", "Eve")),
				"is not what SHA256SUMS says");
		refused(changed(file, "record/agent.jsonl", (text) -> null), "record/agent.jsonl is missing");
		refused(changed(file, "release.json", (text) -> text.replace("\"format\" : 1", "\"format\" : 2")), "format 2");
		refused(changed(file, "SHA256SUMS", (text) -> null), "no release of Catena");
		refused(Files.writeString(this.folder.resolve("text.zip"), "no zip"), "no zip file");
		refused(this.folder.resolve("nowhere.zip"), "cannot be read");
		assertThat(this.archive.ask("select count(*) from plan")).isEqualTo("0");
	}

	@Test
	void refusesRowsThatNameOthersThatAreNotThere() throws Exception {
		hold();
		Path file = release("first");
		this.archive.empty();
		Path forged = changed(file, "record/byline.jsonl", (text) -> text.replace("ann-author", "nobody"));
		Path resummed = changed(forged, "SHA256SUMS", (text) -> {
			try {
				return text.replaceFirst("[0-9a-f]{64}(?=  record/byline.jsonl)",
						Sums.of(new java.io.ByteArrayInputStream(
								content(forged, "record/byline.jsonl").getBytes(StandardCharsets.UTF_8))));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		refused(resummed, "record/byline.jsonl names nobody");
		assertThat(this.archive.ask("select count(*) from plan")).as("nothing of it").isEqualTo("0");
	}

	@Test
	void isToBeHadAsAWholeAndInParts() throws Exception {
		hold();
		Release release = this.makeRelease.make();
		Document page = Jsoup.parse(text(this.site.get().uri(release.address()).exchange()));
		assertThat(page.getElementById("sum").text()).isEqualTo(release.sha256())
			.isEqualTo(Sums.of(this.releases.file(release.name())));
		assertThat(Jsoup.parse(text(this.site.get().uri("/releases").exchange())).select("main li a").eachText())
			.contains(release.name());
		MvcTestResult whole = this.site.get().uri(release.address() + ".zip").exchange();
		assertThat(whole).hasStatusOk().hasHeader("ETag", '"' + release.sha256() + '"');
		assertThat(whole.getResponse().getContentAsByteArray())
			.isEqualTo(Files.readAllBytes(this.releases.file(release.name())));
		assertThat(whole.getResponse().getHeader("Cache-Control")).contains("immutable");
		for (Release.File file : release.files()) {
			MvcTestResult part = this.site.get().uri(release.address() + "/" + file.path()).exchange();
			assertThat(part).hasStatusOk();
			if (!file.path().equals(Releases.SUMS)) {
				assertThat(Sums.of(new java.io.ByteArrayInputStream(part.getResponse().getContentAsByteArray())))
					.isEqualTo(file.sha256());
			}
		}
		assertThat(this.makeRelease.make().name()).as("a further one of the day").isNotEqualTo(release.name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/releases/2020-01-01", "/releases/2020-01-01.zip", "/releases/2020-01-01/README.txt",
			"/releases/....zip", "/releases/..", "/releases/2020-01-01/..%2F..%2Fx", "/releases/-" })
	void isNothingElse(String address) {
		assertThat(this.site.get().uri(java.net.URI.create(address)).exchange().getResponse().getStatus())
			.isBetween(400, 404);
	}

	private void hold() {
		this.archive.hold(TestCorpus.in(this.folder.resolve("corpus"))
			.article(TestArticle.of("stays", "The army stays as large as it is. The money of the banks is 😀 gone.")
				.claims(TestClaim.of("c01", "The army stays as large as it is."),
						TestClaim.of("c02", "The money of the banks is 😀 gone.")))
			.article(TestArticle.of("gone", "The army becomes a small one.")
				.claims(TestClaim.of("c01", "The army becomes a small one."))));
		IndexSettles.on(this.jdbc);
	}

	/** All of the same name, so that they can be equal. */
	private Path release(String name) throws IOException {
		Path file = Files.createDirectories(this.folder.resolve(name)).resolve("catena-2026-01-01.zip");
		this.makeRelease.write("2026-01-01", file);
		return file;
	}

	private void refused(Path file, String why) {
		assertThatExceptionOfType(Restore.NotRestored.class).isThrownBy(() -> this.restore.restore(file))
			.withMessageContaining(why);
	}

	private Path changed(Path file, String path, UnaryOperator<String> change) throws IOException {
		Path changed = Files.createTempFile(this.folder, "changed", ".zip");
		try (ZipFile zip = new ZipFile(file.toFile());
				OutputStream out = Files.newOutputStream(changed);
				ZipOutputStream copy = new ZipOutputStream(out)) {
			for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
				String text = new String(Releases.bytes(zip, entry.getName()), StandardCharsets.UTF_8);
				String other = entry.getName().equals(path) ? change.apply(text) : text;
				if (other != null) {
					copy.putNextEntry(new ZipEntry(entry.getName()));
					copy.write(other.getBytes(StandardCharsets.UTF_8));
				}
			}
		}
		return changed;
	}

	private static List<String> rows(Path file, String path) throws IOException {
		return content(file, path).lines().toList();
	}

	private static String content(Path file, String path) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(Releases.bytes(zip, path), StandardCharsets.UTF_8);
		}
	}

	private static String text(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
