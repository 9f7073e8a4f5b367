package org.catena.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that somebody hands in, whatever their names are. A part of a corpus withdraws
 * nothing.
 */
@WholeApplicationTest
class IngestUploadTests {

	private static final String DISASTER = "The plan is a disaster for everybody";

	private static final String WAY = "The plan is the only way out of this";

	private static final String TEXT = DISASTER + ", said one.\n\n" + WAY + ", said another.";

	@Autowired
	private TestArchive archive;

	@Autowired
	private IngestUpload upload;

	@TempDir
	private Path folder;

	@BeforeEach
	void holdAnArticle() {
		this.archive.hold(TestCorpus.in(this.folder).article(article("speech").claims(disaster(), way())));
	}

	@Test
	void leaveAClaimThatTheyDoNotName() throws IOException {
		for (TestArticle part : List.of(article("speech").claims(way()), article("speech"))) {
			IngestReport report = ingest(
					zip(StandardCharsets.UTF_8, "speech.md", part.file(), "speech.claims.yaml", part.claimsFile()));
			assertThat(this.archive.problems(report)).isEmpty();
			assertThat(report.unchanged()).isEqualTo(1);
		}
		assertThat(this.archive.list("select key from shown_claim order by key")).containsExactly("speech/c01",
				"speech/c02");
	}

	@Test
	void findPlacesForNamesInEveryScript() throws IOException {
		List<String> entries = new ArrayList<>();
		for (String name : List.of("статья", "письмо", "a/articles/x", "b/articles/x", "X", "длинное".repeat(30),
				"articles/x.md/y")) {
			String slug = "s" + entries.size();
			entries.addAll(List.of(name + ".md", article(slug).file(), name + ".claims.yaml",
					article(slug).claims(disaster()).claimsFile()));
		}
		byte[] zip = zip(StandardCharsets.UTF_8, entries.toArray(String[]::new));
		assertThat(this.upload.look("files.zip", zip).remarks()).isEmpty();
		IngestReport report = ingest(zip);
		assertThat(this.archive.problems(report)).isEmpty();
		assertThat(report.inserted()).isEqualTo(7);
		assertThat(this.archive.ask("select count(*) from claim where key like 's_/c01' or key like 's__/c01'"))
			.isEqualTo("7");
	}

	@Test
	void mayComeFromAnArchiveWithNamesInAnotherEncoding() throws IOException {
		IngestReport report = ingest(
				zip(Charset.forName("IBM866"), "статья.md", article("first").file(), "статья.claims.yaml",
						article("first").claims(way()).claimsFile(), "письмо.md", article("second").file()));
		assertThat(report.inserted()).isEqualTo(2);
		assertThat(this.archive.list("select key from claim where key like 'first/%'")).containsExactly("first/c02");
	}

	@Test
	void areRefusedWhereTwoHaveOnePlace() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> ingest(zip(StandardCharsets.UTF_8, "x.md", "a", "articles/x.md", "b")))
			.withMessageContaining("“x.md” and “articles/x.md” have one place");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> ingest(zip(StandardCharsets.UTF_8, "a/sources.yaml", "[]", "b/sources.yaml", "[]")))
			.withMessageContaining("have one place");
	}

	@Test
	void stayInTheirFolder() throws IOException {
		IngestReport report = this.upload.ingest("/tmp/../" + "long".repeat(100) + "/elsewhere.jsonl",
				"{}".getBytes(StandardCharsets.UTF_8), "test");
		assertThat(this.archive.problems(report)).extracting(Problem::file)
			.allSatisfy((file) -> assertThat(file).isEqualTo("elsewhere.jsonl"));
	}

	private IngestReport ingest(byte[] zip) throws IOException {
		return this.upload.ingest("files.zip", zip, "test");
	}

	private static byte[] zip(Charset names, String... entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
			for (int i = 0; i < entries.length; i += 2) {
				zip.putNextEntry(new ZipEntry(entries[i]));
				zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static TestArticle article(String slug) {
		return TestArticle.of(slug, TEXT);
	}

	private static TestClaim disaster() {
		return TestClaim.of("c01", DISASTER);
	}

	private static TestClaim way() {
		return TestClaim.of("c02", WAY);
	}

}
