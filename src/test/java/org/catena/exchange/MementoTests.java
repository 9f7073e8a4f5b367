package org.catena.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions of articles, as clients of web archives ask for them.
 */
@WholeApplicationTest
class MementoTests {

	private static final String ARTICLE = "http://localhost/articles/speech";

	private final TestArchive archive;

	private final MockMvcTester site;

	private final JsonMapper json;

	@TempDir
	private Path folder;

	MementoTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired JsonMapper json) {
		this.archive = archive;
		this.site = site;
		this.json = json;
	}

	@BeforeEach
	void holdASpeechOfThreeVersions() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		this.archive.hold(corpus.article(TestArticle.of("speech", "One.")));
		this.archive.read(corpus.article(TestArticle.of("speech", "Two.")));
		this.archive.read(corpus.article(TestArticle.of("speech", "Three.")));
		this.archive.change("alter table article_version disable trigger article_version_is_immutable");
		this.archive
			.change("""
					update article_version set created_at = timestamptz '2025-12-01 10:00:00.5Z' + (number - 1) * interval '1 day'""");
		this.archive.change("alter table article_version enable trigger article_version_is_immutable");
	}

	@Test
	void tellsTheTimeOfAVersionAndWhereTheOthersAre() {
		MockHttpServletResponse version = get("/articles/speech/v2", null);
		assertThat(version.getHeader("Memento-Datetime")).isEqualTo("Tue, 02 Dec 2025 10:00:00 GMT");
		assertThat(version.getHeaders("Link")).contains("<" + ARTICLE + ">; rel=\"original\"",
				"<http://localhost/timegate/articles/speech>; rel=\"timegate\"",
				"<http://localhost/timemap/link/articles/speech>; rel=\"timemap\"; type=\"application/link-format\"",
				"<" + ARTICLE + "/v1>; rel=\"first prev memento\"; datetime=\"Mon, 01 Dec 2025 10:00:00 GMT\"",
				"<" + ARTICLE + "/v2>; rel=\"memento\"; datetime=\"Tue, 02 Dec 2025 10:00:00 GMT\"",
				"<" + ARTICLE + "/v3>; rel=\"last next memento\"; datetime=\"Wed, 03 Dec 2025 10:00:00 GMT\"");
	}

	@Test
	void tellsOnTheArticleWhereItsVersionsAre() {
		MockHttpServletResponse article = get("/articles/speech", null);
		assertThat(article.getStatus()).isEqualTo(200);
		assertThat(article.getHeader("Memento-Datetime")).isNull();
		assertThat(article.getHeaders("Vary")).contains("Accept-Datetime");
		assertThat(article.getHeaders("Link"))
			.contains("<http://localhost/timegate/articles/speech>; rel=\"timegate\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mon, 01 Jan 2001 00:00:00 GMT | 1
			Mon, 01 Dec 2025 10:00:00 GMT | 1
			Tue, 02 Dec 2025 09:59:59 GMT | 1
			Tue, 02 Dec 2025 10:00:00 GMT | 2
			Wed, 03 Dec 2025 09:00:00 GMT | 2
			Wed, 03 Dec 2025 10:00:01 GMT | 3
			Tue, 31 Dec 2999 00:00:00 GMT | 3
			""")
	void leadsToTheVersionOfATime(String time, int version) {
		for (String address : List.of("/articles/speech", "/timegate/articles/speech")) {
			MockHttpServletResponse response = get(address, time);
			assertThat(response.getStatus()).isEqualTo(302);
			assertThat(response.getHeader("Location")).isEqualTo(ARTICLE + "/v" + version);
			assertThat(response.getHeaders("Vary")).contains("Accept-Datetime");
			assertThat(response.getHeader("Memento-Datetime")).isNull();
			assertThat(response.getHeaders("Link")).contains("<" + ARTICLE + ">; rel=\"original\"");
		}
	}

	@Test
	void leadsToTheLastVersionWhenNoTimeIsAskedFor() {
		assertThat(get("/timegate/articles/speech", null).getHeader("Location")).isEqualTo(ARTICLE + "/v3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2025-12-01", "2025-12-01T10:00:00Z", "Mon, 01 Dec 2025 10:00:00",
			"Mon, 01 Dec 2025 10:00:00 +0100", "Tue, 01 Dec 2025 10:00:00 GMT", "Mon, 32 Dec 2025 10:00:00 GMT",
			"\"<>" })
	void refusesATimeThatIsNone(String time) throws Exception {
		for (String address : List.of("/articles/speech", "/timegate/articles/speech")) {
			MockHttpServletResponse response = get(address, time);
			assertThat(response.getStatus()).as(address).isEqualTo(400);
			assertThat(response.getContentType()).startsWith("application/problem+json");
			assertThat(this.json.readTree(response.getContentAsByteArray()).get("detail").stringValue())
				.isEqualTo(MementoHeaders.MALFORMED);
		}
	}

	@Test
	void listsTheVersions() throws Exception {
		MockHttpServletResponse map = get("/timemap/link/articles/speech", null);
		assertThat(map.getContentType()).startsWith("application/link-format");
		assertThat(map.getContentAsString().strip().split(",\n")).containsExactly("<" + ARTICLE + ">; rel=\"original\"",
				"<http://localhost/timemap/link/articles/speech>; rel=\"self\"; type=\"application/link-format\"; "
						+ "from=\"Mon, 01 Dec 2025 10:00:00 GMT\"; until=\"Wed, 03 Dec 2025 10:00:00 GMT\"",
				"<http://localhost/timegate/articles/speech>; rel=\"timegate\"",
				"<" + ARTICLE + "/v1>; rel=\"first memento\"; datetime=\"Mon, 01 Dec 2025 10:00:00 GMT\"",
				"<" + ARTICLE + "/v2>; rel=\"memento\"; datetime=\"Tue, 02 Dec 2025 10:00:00 GMT\"",
				"<" + ARTICLE + "/v3>; rel=\"last memento\"; datetime=\"Wed, 03 Dec 2025 10:00:00 GMT\"");
		JsonNode json = this.json.readTree(get("/timemap/json/articles/speech", null).getContentAsByteArray());
		assertThat(json.get("original_uri").stringValue()).isEqualTo(ARTICLE);
		assertThat(json.get("mementos").get("list")).hasSize(3);
		assertThat(json.get("mementos").get("last").get("uri").stringValue()).isEqualTo(ARTICLE + "/v3");
		assertThat(json.get("mementos").get("first").get("datetime").stringValue()).isEqualTo("2025-12-01T10:00:00Z");
	}

	@Test
	void saysWhyThereIsNothing() {
		assertThat(get("/timegate/articles/nothing", null).getStatus()).isEqualTo(404);
		assertThat(get("/timemap/link/articles/nothing", null).getStatus()).isEqualTo(404);
		assertThat(get("/articles/nothing", "Mon, 01 Dec 2025 10:00:00 GMT").getStatus()).isEqualTo(404);
		this.archive.change("insert into old_slug select 'speach', id from article");
		MockHttpServletResponse moved = get("/timemap/json/articles/speach", null);
		assertThat(moved.getStatus()).isEqualTo(301);
		assertThat(moved.getHeader("Location")).isEqualTo("/timemap/json/articles/speech");
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.'");
		assertThat(get("/timegate/articles/speech", null).getStatus()).isEqualTo(410);
		assertThat(get("/articles/speech/v1", null).getHeader("Memento-Datetime")).isNull();
	}

	private MockHttpServletResponse get(String address, @org.jspecify.annotations.Nullable String time) {
		MockMvcTester.MockMvcRequestBuilder request = this.site.get().uri(URI.create(address));
		return ((time != null) ? request.header("Accept-Datetime", time) : request).exchange().getResponse();
	}

}
