package org.catena.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address that programs read, and what each must do, over HTTP.
 */
@WholeApplicationTest
class MachineFormsTests {

	/**
	 * Address, media type, what follows it, and the name under which it is saved. A tag
	 * is left out where an answer is of a moment: searches say when they were made, and
	 * the index may be behind; harvests say up to when they tell.
	 */
	private static final String FORMS = """
			/articles.json                                | application/json                          | tag |
			/articles.bib                                 | application/x-bibtex;charset=UTF-8        | tag | articles.bib
			/articles.ris                                 | application/x-research-info-systems;charset=UTF-8 | tag | articles.ris
			/articles.csl.json                            | application/vnd.citationstyles.csl+json;charset=UTF-8 | tag | articles.csl.json
			/articles/hostile.json                        | application/json                          | tag |
			/articles/hostile.jsonld                      | application/ld+json;profile="http://www.w3.org/ns/anno.jsonld" | tag |
			/articles/hostile.txt                         | text/plain;charset=UTF-8                  | tag |
			/articles/hostile/v1.txt                      | text/plain;charset=UTF-8                  | tag |
			/articles/hostile.tei.xml                     | application/tei+xml;charset=UTF-8         | tag | hostile.tei.xml
			/articles/hostile.md                          | text/markdown;charset=UTF-8               | tag |
			/articles/hostile.claims.yaml                 | application/yaml;charset=UTF-8            | tag |
			/articles/hostile.bib                         | application/x-bibtex;charset=UTF-8        | tag | hostile.bib
			/articles/hostile.ris                         | application/x-research-info-systems;charset=UTF-8 | tag | hostile.ris
			/articles/hostile.csl.json                    | application/vnd.citationstyles.csl+json;charset=UTF-8 | tag | hostile.csl.json
			/claims.json                                  | application/json                          | tag |
			/claims.csv                                   | text/csv;charset=UTF-8;header=present     |     | claims.csv
			/claims.jsonl                                 | application/jsonl                         |     | claims.jsonl
			/claims.atom                                  | application/atom+xml;charset=UTF-8        | tag |
			/claims.bib                                   | application/x-bibtex;charset=UTF-8        |     | claims.bib
			/claims.ris                                   | application/x-research-info-systems;charset=UTF-8 |  | claims.ris
			/claims.csl.json                              | application/vnd.citationstyles.csl+json;charset=UTF-8 |  | claims.csl.json
			/claims/hostile/c01.json                      | application/json                          | tag |
			/claims/hostile/c01.jsonld                    | application/ld+json;profile="http://www.w3.org/ns/anno.jsonld" | tag |
			/claims/hostile/c01.bib                       | application/x-bibtex;charset=UTF-8        | tag | hostile-c01.bib
			/claims/hostile/c01.ris                       | application/x-research-info-systems;charset=UTF-8 | tag | hostile-c01.ris
			/claims/hostile/c01.csl.json                  | application/vnd.citationstyles.csl+json;charset=UTF-8 | tag | hostile-c01.csl.json
			/relations.json                               | application/json                          | tag |
			/discrepancies.json                           | application/json                          | tag |
			/plans.json                                   | application/json                          | tag |
			/plans/two-point-plan.json                    | application/json                          | tag |
			/plans/two-point-plan/points/1.json           | application/json                          | tag |
			/plans/two-point-plan/points/1.atom           | application/atom+xml;charset=UTF-8        | tag |
			/sources.json                                 | application/json                          | tag |
			/sources/the-daily.json                       | application/json                          | tag |
			/sources/the-daily.atom                       | application/atom+xml;charset=UTF-8        | tag |
			/agents.json                                  | application/json                          | tag |
			/agents/bob-speaker.json                      | application/json                          | tag |
			/agents/bob-speaker.atom                      | application/atom+xml;charset=UTF-8        | tag |
			/search.json?q=army                           | application/json                          | tag |
			/search.csv?q=army                            | text/csv;charset=UTF-8;header=present     |     | articles.csv
			/search.jsonl?q=army                          | application/jsonl                         |     | articles.jsonl
			/search.atom?q=army                           | application/atom+xml;charset=UTF-8        | tag |
			/search.bib?q=army                            | application/x-bibtex;charset=UTF-8        |     | articles.bib
			/search.ris?q=army                            | application/x-research-info-systems;charset=UTF-8 |  | articles.ris
			/search.csl.json?q=army                       | application/vnd.citationstyles.csl+json;charset=UTF-8 |  | articles.csl.json
			/frequencies.csv?q=army                       | text/csv;charset=UTF-8;header=present     |     | frequencies.csv
			/frequencies.jsonl?q=army                     | application/jsonl                         |     | frequencies.jsonl
			/matrix.csv                                   | text/csv;charset=UTF-8;header=present     | tag | matrix-sources.csv
			/tables/articles.csv                          | text/csv;charset=UTF-8;header=present     | tag | articles.csv
			/tables/claims.jsonl                          | application/jsonl                         | tag | claims.jsonl
			/tables/datapackage.json                      | application/json                          | tag |
			/about/data.json                              | application/json                          | tag |
			/feed.atom                                    | application/atom+xml;charset=UTF-8        | tag |
			/opensearch.xml                               | application/opensearchdescription+xml;charset=UTF-8 | tag |
			/sitemap.xml                                  | application/xml;charset=UTF-8             | tag |
			/sitemap-pages-1.xml                          | application/xml;charset=UTF-8             | tag |
			/robots.txt                                   | text/plain;charset=UTF-8                  | tag |
			/oai?verb=Identify                            | text/xml;charset=UTF-8                    |     |
			/schema/article-1.0.xsd                       | application/xml                           | tag |
			/schema/article-1.1.xsd                       | application/xml                           | tag |
			/ns.jsonld                                    | application/ld+json                       | tag |
			/ns/catena.jsonld                             | application/ld+json                       | tag |
			/openapi.json                                 | application/json                          | tag |
			/annotations/                                 | application/ld+json;profile="http://www.w3.org/ns/anno.jsonld" | tag |
			/annotations/hostile/c01                      | application/ld+json;profile="http://www.w3.org/ns/anno.jsonld" | tag |
			/timemap/link/articles/plain                  | application/link-format;charset=UTF-8     | tag |
			/timemap/json/articles/plain                  | application/json                          | tag |
			""";

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private TestArchive archive;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private List<OffersForms> offers;

	@TempDir
	private Path folder;

	@BeforeEach
	void hold() {
		if (!"2".equals(this.archive.ask("select count(*) from article where slug in ('hostile', 'plain')"))) {
			this.archive.hold(Hostile.corpus(this.folder));
		}
		IndexSettles.on(this.jdbc);
		Horizon.passes(this.jdbc);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FORMS)
	void doWhatProgramsCountOn(String address, String type, String tag, String file) throws Exception {
		HttpResponse<byte[]> answer = get(address, "Origin", "https://elsewhere.example");
		assertThat(answer.statusCode()).isEqualTo(200);
		MediaType given = MediaType.parseMediaType(header(answer, "Content-Type"));
		assertThat(given).isEqualTo(MediaType.parseMediaType(type));
		assertThat(answer.body()[0]).as("no byte order mark").isNotEqualTo((byte) 0xEF);
		assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
		assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		String saved = header(answer, "Content-Disposition");
		assertThat(saved.replaceFirst("^(inline|attachment); filename=", ""))
			.isEqualTo((file != null) ? "\"" + file + "\"" : "");

		HttpResponse<byte[]> head = send(request(address).method("HEAD", BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(header(head, "Content-Type")).isEqualTo(header(answer, "Content-Type"));

		HttpResponse<byte[]> packed = get(address, "Accept-Encoding", "gzip");
		boolean gzip = header(packed, "Content-Encoding").equals("gzip");
		assertThat(gzip || answer.body().length < 2048).as("packed").isTrue();
		byte[] unpacked = packed.body();
		if (gzip) {
			unpacked = new GZIPInputStream(new ByteArrayInputStream(unpacked)).readAllBytes();
		}
		if (tag == null) {
			assertThat(header(answer, "ETag")).isEmpty();
			return;
		}
		assertThat(unpacked).isEqualTo(answer.body());
		String etag = header(answer, "ETag");
		assertThat(etag).matches("W/\"[0-9a-f]+\"").isEqualTo(header(head, "ETag")).isEqualTo(header(packed, "ETag"));
		HttpRequest.Builder again = request(address).header("If-None-Match", etag);
		HttpResponse<byte[]> known = send(again.header("Origin", "https://elsewhere.example"));
		assertThat(known.statusCode()).isEqualTo(304);
		assertThat(known.body()).isEmpty();
		assertThat(known.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
		assertThat(get(address, "If-None-Match", "W/\"0\"").statusCode()).isEqualTo(200);
	}

	@Test
	void areAllHere() {
		List<String> addresses = new ArrayList<>();
		FORMS.lines().forEach((line) -> addresses.add(line.replaceFirst("[?|].*", "").strip()));
		for (OffersForms offer : this.offers) {
			for (MachineForm form : offer.forms()) {
				assertThat(addresses).anyMatch((address) -> address.endsWith(form.ending()) && form.page()
					.matches(PathContainer.parsePath(address.substring(0, address.length() - form.ending().length()))));
			}
		}
	}

	/** The tag of a file that is written as it is read is known before. */
	@Test
	void areNewWhenAnythingHasChanged() throws Exception {
		String address = "/tables/articles.csv";
		String tag = header(get(address, "Accept", "*/*"), "ETag");
		this.archive.change("update article set language = 'de' where slug = 'plain'");
		Horizon.passes(this.jdbc);
		HttpResponse<byte[]> answer = get(address, "If-None-Match", tag);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(",de,");
		this.archive.change("update article set language = 'en' where slug = 'plain'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/articles.json", "/tables/claims.csv", "/search.atom", "/oai", "/articles/plain",
			"/annotations/", "/nothing.json" })
	void mayBeAskedByPagesOfOtherSites(String address) throws Exception {
		HttpResponse<byte[]> answer = send(request(address).method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", "https://elsewhere.example")
			.header("Access-Control-Request-Method", "GET")
			.header("Access-Control-Request-Headers", "if-none-match"));
		assertThat(answer.statusCode()).isIn(200, 204);
		assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(header(answer, "Access-Control-Allow-Methods")).contains("GET");
		assertThat(header(answer, "Access-Control-Allow-Headers")).matches("\\*|if-none-match");
	}

	@Test
	void doNotLetOtherSitesReadThePagesOfEditors() throws Exception {
		for (String address : List.of("/admin", "/admin/login", "/actuator/health")) {
			assertThat(get(address, "Origin", "https://elsewhere.example").headers().map())
				.doesNotContainKey("access-control-allow-origin");
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /releases/x, 404", "GET, /tables/x.xml, 404", "GET, /tables/x.csv, 404",
			"GET, /nothing.json, 404", "GET, /articles/none, 404", "GET, /articles/plain.xml, 404",
			"GET, /sitemap-nothing-1.xml, 404", "GET, /css/none.css, 404", "PUT, /oai, 405" })
	void sayWhatIsWrong(String method, String address, int status) throws Exception {
		HttpResponse<byte[]> answer = send(request(address).method(method, BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
		assertThat(problem.get("detail").stringValue()).isNotBlank();
		assertThat(problem.get("instance").stringValue()).isEqualTo(address);
		if (status == 404) {
			assertThat(problem.get("type").stringValue()).endsWith("/about/api#not-found");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/releases/x", "/tables/x.xml", "/nothing.json", "/articles/none" })
	void areAPageToPeopleWhereThereIsNothing(String address) throws Exception {
		HttpResponse<byte[]> answer = get(address, "Accept",
				"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(header(answer, "Content-Type")).startsWith("text/html");
		Document page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
		assertThat(page.select("h1").text()).isEqualTo("Not found");
	}

	private HttpRequest.Builder request(String address) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address));
	}

	private HttpResponse<byte[]> get(String address, String header, String value)
			throws IOException, InterruptedException {
		return send(request(address).header(header, value));
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofByteArray());
	}

	private static String header(HttpResponse<?> answer, String name) {
		return String.join(", ", answer.headers().allValues(name));
	}

}
