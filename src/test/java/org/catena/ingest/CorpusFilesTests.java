package org.catena.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.WholeApplicationTest;
import org.catena.plan.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Articles go out of the archive as files and come in again unchanged.
 */
@WholeApplicationTest
class CorpusFilesTests {

	@Autowired
	private TestArchive archive;

	@Autowired
	private CorpusFiles files;

	@Autowired
	private IngestUpload upload;

	@BeforeEach
	void holdTheCorpus() {
		this.archive.holdCorpus();
	}

	@Test
	void handOutWhatWasHandedIn() {
		for (String slug : slugs()) {
			assertThat(Sha256.of(this.files.submission(slug).orElseThrow())).as(slug)
				.isEqualTo(this.archive.ask("select sha256 from article where slug = ?", slug));
		}
	}

	@Test
	void changeNoRowWhenTheyComeBack() throws Exception {
		Map<String, List<String>> before = this.archive.snapshot();
		for (String slug : slugs()) {
			IngestUpload.Look look = this.upload.look(slug + ".zip", packed(this.files.all(slug)));
			assertThat(look.remarks()).isEmpty();
			assertThat(look.report().unchanged()).isEqualTo(1);
			IngestReport report = this.upload.ingest(slug + ".zip", packed(this.files.all(slug)), "test");
			assertThat(report.problems()).isZero();
		}
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void makeTheSameArchiveElsewhere(@TempDir Path folder) throws Exception {
		Map<String, Map<String, String>> out = new LinkedHashMap<>();
		slugs().forEach((slug) -> out.put(slug, this.files.all(slug)));
		assertThat(out.values())
			.allSatisfy((files) -> assertThat(files.keySet()).anyMatch((path) -> path.startsWith("second-coding/"))
				.anyMatch((path) -> path.startsWith("first-coding/"))
				.contains("relations.yaml"));
		this.archive.empty();
		Files.createDirectories(folder.resolve("plans"));
		for (CorpusFile plan : new CorpusFolder("file:corpus/").files("plans/*.yaml")) {
			Files.write(folder.resolve(plan.path()), plan.bytes());
		}
		this.archive.readFrom("file:" + folder + "/");
		// Relations between two articles come in with the second of them.
		for (int pass = 1; pass <= 2; pass++) {
			for (Map.Entry<String, Map<String, String>> article : out.entrySet()) {
				this.upload.ingest(article.getKey() + ".zip", packed(article.getValue()), "test");
			}
		}
		for (Map.Entry<String, Map<String, String>> article : out.entrySet()) {
			Map<String, String> again = this.files.all(article.getKey());
			assertThat(again.keySet()).isEqualTo(article.getValue().keySet());
			article.getValue()
				.forEach((path, text) -> assertThat(entries(again.get(path))).as(path).isEqualTo(entries(text)));
		}
	}

	@Test
	void leaveAsideWhatTheyDoNotName() throws Exception {
		Map<String, List<String>> before = this.archive.snapshot();
		Map<String, String> one = new LinkedHashMap<>(this.files.all(slugs().get(0)));
		one.remove("relations.yaml");
		one.put("relations.yaml", "[]\n");
		one.put("../../evil.md", one.get("articles/" + slugs().get(0) + ".md"));
		one.put("plans/28-point-plan.yaml", "slug: 28-point-plan");
		one.put("notes.txt", "a note");
		IngestUpload.Look look = this.upload.look("some.zip", packed(one));
		assertThat(look.unknown()).containsExactlyInAnyOrder("plans/28-point-plan.yaml", "notes.txt");
		assertThat(look.files()).contains("articles/evil.md");
		one.remove("../../evil.md");
		this.upload.ingest("some.zip", packed(one), "test");
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void sayBeforehandWhatTheyWouldChange() throws Exception {
		String slug = slugs().get(0);
		Map<String, List<String>> before = this.archive.snapshot();
		Map<String, String> changed = new LinkedHashMap<>(this.files.all(slug));
		changed.computeIfPresent("articles/" + slug + ".md", (path, text) -> text + "\nOne more paragraph.\n");
		changed.computeIfPresent("articles/" + slug + ".claims.yaml",
				(path, text) -> text.replaceFirst("exact: \"", "exact: \"nowhere "));
		IngestUpload.Look look = this.upload.look("changed.zip", packed(changed));
		assertThat(look.report().updated()).isEqualTo(1);
		assertThat(look.remarks()).anyMatch((remark) -> remark.sentence().contains("The quote is not in the text"));
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	private List<String> slugs() {
		return this.archive.list("select slug from article order by slug");
	}

	/** The entries of a list, in any order: rows of two articles interleave otherwise. */
	private static List<String> entries(String text) {
		List<String> entries = new ArrayList<>(List.of(text.split("(?m)^(?=- )")));
		entries.sort(null);
		return entries;
	}

	private static byte[] packed(Map<String, String> files) {
		Map<String, byte[]> bytes = new LinkedHashMap<>();
		files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return IngestUpload.pack(bytes);
	}

}
