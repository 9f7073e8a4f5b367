package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.catena.ingest.CorpusFiles;
import org.catena.ingest.IngestUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * An article withdrawn, shown again, taken out as files and taken in.
 */
@EditingTest
class ArticleDeskTests {

	private static final String SLUG = "pomeroy-2025-12-04";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CorpusFiles files;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void withdrawsWithAReasonAndShowsAgain() {
		String desk = "/admin/articles/" + SLUG;
		Browser.Page page = this.browser.get(desk).form("form[action$=withdrawal]").press(null, "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).singleElement().asString().contains("Say why");
		try {
			page = page.form("form[action$=withdrawal]")
				.set("reason", "The publisher <b>asked</b> for it.")
				.press(null, "");
			assertThat(page.text()).contains("The article is withdrawn", "The publisher <b>asked</b> for it.");
			for (String address : new String[] { "", ".md", ".claims.yaml" }) {
				assertThat(this.mvc.get().uri("/articles/" + SLUG + address)).as(address)
					.hasStatus(410)
					.bodyText()
					.contains(address.isEmpty() ? "The publisher &lt;b&gt;asked&lt;/b&gt; for it."
							: "The publisher <b>asked</b> for it.");
			}
			assertThat(this.browser.get("/admin").text()).contains("Withdrawn articles");
			assertThat(this.browser.get(desk + "/edit").status()).isEqualTo(404);
		}
		finally {
			page = this.browser.get(desk).form("form[action$=withdrawal]").press(null, "");
			assertThat(page.errors()).containsExactly("Say why it is shown again: readers see it in the history.");
			page = page.form("form[action$=withdrawal]").set("reason", "It was a mistake").press(null, "");
		}
		assertThat(page.text()).contains("The article is shown again");
		assertThat(this.mvc.get().uri("/articles/" + SLUG)).hasStatusOk();
		assertThat(this.mvc.get().uri("/articles/" + SLUG + "/history")).bodyText()
			.contains("It was a mistake", "The publisher &lt;b&gt;asked&lt;/b&gt; for it.");
	}

	@Test
	void handsOutFiles() {
		assertThat(this.mvc.get().uri("/articles/" + SLUG + ".md")).hasStatusOk()
			.hasContentType("text/markdown;charset=UTF-8")
			.bodyText()
			.isEqualTo(this.files.article(SLUG).orElseThrow())
			.startsWith("---\nslug: ");
		assertThat(this.mvc.get().uri("/articles/" + SLUG + ".claims.yaml")).hasStatusOk()
			.hasContentType("application/yaml;charset=UTF-8")
			.bodyText()
			.startsWith("- id: " + SLUG + "/c01\n");
		assertThat(this.mvc.get().uri("/articles/nothing-such.md")).hasStatus(404);
		assertThat(this.mvc.get().uri("/articles/nothing-such.claims.yaml")).hasStatus(404);
	}

	@Test
	void takesFilesInAgainUnchanged() {
		MvcTestResult zip = this.mvc.get()
			.uri("/admin/articles/" + SLUG + "/corpus.zip")
			.session(this.browser.session())
			.exchange();
		assertThat(zip).hasStatusOk().hasContentType("application/zip");
		Browser.Page look = this.browser.get(sent(new MockMultipartFile("file", SLUG + ".zip", "application/zip",
				zip.getResponse().getContentAsByteArray())));
		assertThat(look.html().select(".counts").text()).isEqualTo("New articles 0 Changed 0 The same 1 Refused 0");
		assertThat(look.text()).contains("Nothing to mend");
		Browser.Page report = look.form("form.editing__add").press(null, "");
		assertThat(report.path()).startsWith("/admin/ingests/");
		assertThat(report.text()).contains("Nothing to mend");
	}

	@Test
	void takesSingleFilesIn() {
		Browser.Page look = this.browser.get(sent(file("a.md", this.files.article(SLUG).orElseThrow()),
				file("a.claims.yaml", this.files.claims(SLUG).orElseThrow())));
		assertThat(look.html().select(".counts").text()).contains("The same 1");
	}

	@Test
	void saysWhatFilesAreExpected() {
		for (MockMultipartFile file : new MockMultipartFile[] { file("a.txt", "text"),
				file("a.zip", "PK no zip at all"), file("a.claims.yaml", "[]"), file("", "") }) {
			MvcTestResult result = send(file);
			assertThat(result).hasStatus(422).bodyText().contains("There is a problem");
		}
	}

	@Test
	void takesFilesOfManyArticlesIn() {
		String line = "{\"slug\": \"handed-in-by-line\", \"title\": \"By line\", \"source\": \"prio\", \"language\": \"en\", \"text\": \"One paragraph.\"}\n";
		Browser.Page look = this.browser.get(sent(file("many.jsonl", line)));
		assertThat(look.text()).contains("line by line");
		Browser.Page report = look.form("form.editing__add").press(null, "");
		assertThat(report.path()).startsWith("/admin/ingests/");
		assertThat(this.mvc.get().uri("/articles/handed-in-by-line")).hasStatusOk();
	}

	@Test
	void refusesFilesOfWhichItCouldKeepOneOnly() {
		assertThat(send(file("same.md", "a"), file("same.md", "b"))).hasStatus(422)
			.bodyText()
			.contains("Two of the files have one name");
		byte[] clash = IngestUpload.pack(Map.of("x.md", new byte[1], "articles/x.md", new byte[1]));
		assertThat(send(new MockMultipartFile("file", "clash.zip", "application/zip", clash))).hasStatus(422)
			.bodyText()
			.contains("have one place in a corpus");
	}

	@Test
	void packsFilesSoThatTheSameGiveTheSameBytes() {
		byte[] once = IngestUpload.pack(Map.of("a", "b".getBytes(StandardCharsets.UTF_8)));
		assertThat(IngestUpload.pack(Map.of("a", "b".getBytes(StandardCharsets.UTF_8)))).isEqualTo(once);
	}

	private static MockMultipartFile file(String name, String text) {
		return new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
	}

	private String sent(MockMultipartFile... files) {
		MvcTestResult result = send(files);
		assertThat(result).hasStatus(302);
		return result.getResponse().getRedirectedUrl();
	}

	private MvcTestResult send(MockMultipartFile... files) {
		var request = this.mvc.post().uri("/admin/corpus-files").multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		return request.session(this.browser.session()).with(csrf()).exchange();
	}

}
