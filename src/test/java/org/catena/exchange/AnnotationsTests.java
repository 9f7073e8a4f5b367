package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Claims and relations as web annotations, and the protocol, by the assertions of the
 * W3C's test suite and more.
 */
@WholeApplicationTest
class AnnotationsTests {

	private static final String LIKED = """
			{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "canonical": "urn:uuid:1",
			 "body": {"type": "TextualBody", "value": "I like this page!"}, "target": "http://www.example.com/index.html"}
			""";

	@Autowired
	private MockMvcTester site;

	@Autowired
	private TestArchive archive;

	@TempDir
	private Path folder;

	@BeforeEach
	void hold() {
		this.archive.hold(Hostile.corpus(this.folder));
		this.archive.change("truncate incoming_annotation cascade");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/claims/hostile/c01.jsonld", "/claims/plain/c01.jsonld", "/articles/hostile.jsonld",
			"/annotations/", "/annotations/?iris=0", "/annotations/?iris=1", "/annotations/?page=0",
			"/annotations/hostile/c02/contradicts/plain/c01", "/ns.jsonld" })
	void saysNothingThatContextsDoNotExplain(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).isEqualTo(200);
		String expanded = new LinkedDataReader(this.site).expand(text(response)).toString();
		assertThat(expanded).contains("http://localhost/");
	}

	@Test
	void givesAClaimWithAllThatIsCoded() {
		JsonNode claim = json("/claims/hostile/c01.jsonld");
		assertThat(text(get("/annotations/hostile/c01"))).isEqualTo(text(get("/claims/hostile/c01.jsonld")));
		assertThat(claim.path("id").asString()).isEqualTo("http://localhost/annotations/hostile/c01");
		assertThat(claim.at("/target/source").asString()).isEqualTo("http://localhost/articles/hostile/v1");
		assertThat(claim.at("/target/state/type").asString()).isEqualTo("TimeState");
		assertThat(claim.at("/target/state/sourceDate").asString())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(claim.at("/target/selector/0/exact").asString()).isEqualTo(Hostile.QUOTE);
		assertThat(claim.at("/target/selector/0/prefix").asString()).hasSize(ClaimPlaces.AROUND);
		int start = claim.at("/target/selector/1/start").asInt();
		int end = claim.at("/target/selector/1/end").asInt();
		assertThat(start).isEqualTo(Hostile.TEXT.codePointCount(0, Hostile.TEXT.indexOf(Hostile.QUOTE)));
		assertThat(end - start).isEqualTo(Hostile.QUOTE.codePointCount(0, Hostile.QUOTE.length()));
		assertThat(claim.path("body").path(0).path("value").asString()).isEqualTo("Paraphrase " + Hostile.WORDS);
		assertThat(list(claim.path("body"), "purpose")).containsExactly("describing", "classifying", "classifying",
				"assessing");
		assertThat(claim.at("/body/1/source").asString()).isEqualTo("http://localhost/plans/two-point-plan/points/2");
		assertThat(claim.at("/body/1/letter").asString()).isEqualTo("a");
		assertThat(claim.at("/body/2/bearing").asString()).isEqualTo("http://localhost/ns#bearing-touches");
		assertThat(claim.at("/body/3/source").asString()).isEqualTo("http://localhost/ns#stance-opposes");
		assertThat(claim.path("claimant").asString()).isEqualTo("http://localhost/agents/bob-speaker");
		assertThat(claim.path("remark").asString()).isEqualTo("Note " + Hostile.WORDS);
		JsonNode discrepancy = claim.at("/discrepancy/0");
		assertThat(discrepancy.path("point").asString()).isEqualTo("http://localhost/plans/two-point-plan/points/2");
		assertThat(discrepancy.path("letter").asString()).isEqualTo("a");
		assertThat(discrepancy.path("claimSays").asString()).isEqualTo("Says " + Hostile.WORDS);
		assertThat(discrepancy.path("planSays").asString()).isEqualTo("Plan " + Hostile.WORDS);
		assertThat(discrepancy.path("gravity").asString()).isEqualTo("http://localhost/ns#gravity-degree");
		assertThat(json("/annotations/plain/c01").has("discrepancy")).isFalse();
	}

	@Test
	void isModifiedWithItsDiscrepancies() {
		this.archive.change("update discrepancy set updated_at = timestamptz '2999-01-01Z'");
		assertThat(json("/annotations/hostile/c01").path("modified").asString()).isEqualTo("2999-01-01T00:00:00Z");
		assertThat(json("/annotations/").path("modified").asString()).isEqualTo("2999-01-01T00:00:00Z");
	}

	@Test
	void givesAnArticleWithItsClaimsAndTheirRelations() {
		JsonNode collection = json("/articles/plain.jsonld");
		assertThat(collection.path("total").asInt()).isEqualTo(2);
		assertThat(list(collection.at("/first/items"), "id")).containsExactly("http://localhost/annotations/plain/c01",
				"http://localhost/annotations/hostile/c02/contradicts/plain/c01");
		JsonNode relation = collection.at("/first/items/1");
		assertThat(relation.path("motivation").asString()).isEqualTo("linking");
		assertThat(relation.path("target").asString()).isEqualTo("http://localhost/annotations/hostile/c02");
		assertThat(relation.at("/body/0/source").asString()).isEqualTo("http://localhost/annotations/plain/c01");
		assertThat(relation.at("/body/1/value").asString()).isEqualTo("Reason " + Hostile.WORDS);
		assertThat(relation.path("relation").asString()).isEqualTo("http://localhost/ns#relation-contradicts");
	}

	@Test
	void offersTheFormsInHeadersAndPages() {
		assertThat(this.site.get()
			.uri("/claims/hostile/c01")
			.header("Accept", "application/ld+json")
			.exchange()
			.getResponse()
			.getContentType()).isEqualTo(LinkedData.ANNOTATION.toString());
		assertThat(text(get("/articles/hostile"))).contains("href=\"/articles/hostile.jsonld\"");
		assertThat(get("/claims/hostile/c99.jsonld").getStatus()).isEqualTo(404);
		assertThat(get("/articles/none.jsonld").getContentType()).isEqualTo("application/problem+json");
	}

	@Test
	void explainsEveryTermOnItsPage() {
		String page = text(get("/ns"));
		CatenaTerms.PROPERTIES.forEach((property) -> assertThat(page).contains("id=\"" + property.name() + "\""));
		CatenaTerms.LISTS.forEach((list) -> list.words()
			.forEach((word) -> assertThat(page).contains("id=\"" + list.name() + "-" + word + "\"")));
		assertThat(page).doesNotContain("??");
	}

	@Test
	void describesTheContainer() {
		MockHttpServletResponse response = get("/annotations/");
		JsonNode container = json("/annotations/");
		assertThat(response.getHeader("Allow")).contains("GET", "HEAD", "OPTIONS", "POST");
		assertThat(response.getContentType()).isEqualTo(LinkedData.ANNOTATION.toString());
		assertThat(response.getHeaders("Link")).contains("<http://www.w3.org/ns/ldp#BasicContainer>; rel=\"type\"",
				"<http://www.w3.org/TR/annotation-protocol/>; rel=\"http://www.w3.org/ns/ldp#constrainedBy\"");
		assertThat(response.getHeader("ETag")).matches("W/\"[0-9a-f]+\"");
		assertThat(String.join(", ", response.getHeaders("Vary"))).contains("Accept", "Prefer");
		assertThat(response.getHeader("Accept-Post")).contains("application/ld+json");
		assertThat(response.getHeader("Content-Location")).isEqualTo(container.path("id").asString());
		assertThat(texts(container.path("type"))).contains("BasicContainer", "AnnotationCollection");
		assertThat(container.path("total").asInt()).isEqualTo(4);
		assertThat(this.site.get().uri("/annotations/").header("If-None-Match", response.getHeader("ETag")))
			.hasStatus(304);
		assertThat(this.site.head().uri("/annotations/")).hasStatusOk();
		assertThat(this.site.options().uri("/annotations/")).hasStatusOk().containsHeader("Accept-Post");
		assertThat(this.site.get().uri("/annotations")).hasStatus(308);
		assertThat(get("/annotations/?page=1").getStatus()).isEqualTo(404);
		assertThat(get("/annotations/?page=x").getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://www.w3.org/ns/ldp#PreferMinimalContainer        | string | http://localhost/annotations/
			http://www.w3.org/ns/oa#PreferContainedIRIs            | iris   | http://localhost/annotations/?iris=1
			http://www.w3.org/ns/oa#PreferContainedDescriptions    | whole  | http://localhost/annotations/?iris=0
			""")
	void honoursWhatIsPreferred(String preference, String first, String id) {
		MockHttpServletResponse response = this.site.get()
			.uri("/annotations/")
			.header("Prefer", "return=representation;include=\"" + preference + "\"")
			.exchange()
			.getResponse();
		JsonNode container = JsonMapper.shared().readTree(text(response));
		assertThat(container.path("id").asString()).isEqualTo(id).isEqualTo(response.getHeader("Content-Location"));
		assertThat(container.has("items")).isFalse();
		assertThat(response.getHeader("Prefer")).isNull();
		JsonNode page = container.path("first");
		switch (first) {
			case "string" -> assertThat(page.isString()).isTrue();
			case "iris" -> assertThat(texts(page.path("items"))).contains("http://localhost/annotations/hostile/c01");
			default -> assertThat(page.path("items")).hasSize(4)
				.allSatisfy((item) -> assertThat(item.has("@context")).isTrue());
		}
		JsonNode last = json(container.path("last").asString().substring("http://localhost".length()));
		assertThat(last.path("partOf").path("id").asString()).isEqualTo(id);
		assertThat(last.path("startIndex").asInt()).isZero();
	}

	@Test
	void doesNotLetCodedClaimsBeChangedByPrograms() {
		for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
			assertThat(this.site.method(method).uri("/annotations/hostile/c01").with(user("ed").roles("EDITOR")))
				.hasStatus(405)
				.hasHeader("Allow", "GET,HEAD,OPTIONS");
		}
		MockHttpServletResponse claim = get("/annotations/hostile/c01");
		assertThat(claim.getHeaders("Link")).contains("<http://www.w3.org/ns/ldp#Resource>; rel=\"type\"");
		assertThat(claim.getHeader("Allow")).isEqualTo("GET,HEAD,OPTIONS");
		assertThat(this.site.options().uri("/annotations/hostile/c01")).hasStatusOk();
	}

	@Test
	void keepsWhatIsSentUntilItIsDeletedAndAfterwards() {
		MockHttpServletResponse created = send(HttpMethod.POST, "/annotations/", LIKED, "Slug", "My note!");
		assertThat(created.getStatus()).isEqualTo(201);
		String location = String.valueOf(created.getHeader("Location"));
		assertThat(location).isEqualTo("http://localhost/annotations/my-note");
		JsonNode annotation = JsonMapper.shared().readTree(text(created));
		assertThat(annotation.path("id").asString()).isEqualTo(location);
		assertThat(annotation.path("canonical").asString()).isEqualTo("urn:uuid:1");
		assertThat(get("/annotations/my-note").getStatus()).isEqualTo(401);
		assertThat(json("/annotations/").path("total").asInt()).isEqualTo(4);
		String other = LIKED.replace("index.html", "other.html")
			.replace("\"type\": \"Annotation\"", "\"type\": \"Annotation\", \"id\": \"urn:here\"");
		assertThat(send(HttpMethod.PUT, "/annotations/my-note", other, "If-Match", "\"7\"").getStatus()).isEqualTo(412);
		MockHttpServletResponse changed = send(HttpMethod.PUT, "/annotations/my-note", other, "If-Match",
				String.valueOf(created.getHeader("ETag")));
		assertThat(changed.getStatus()).isEqualTo(200);
		assertThat(changed.getHeader("ETag")).isNotEqualTo(created.getHeader("ETag"));
		JsonNode after = JsonMapper.shared().readTree(text(changed));
		assertThat(after.path("target").asString()).isEqualTo("http://www.example.com/other.html");
		assertThat(after.path("via").asString()).isEqualTo("urn:here");
		assertThat(text(send(HttpMethod.GET, "/annotations/my-note", "", "Accept", "*/*"))).isEqualTo(text(changed));
		assertThat(send(HttpMethod.DELETE, "/annotations/my-note", "", "If-Match",
				String.valueOf(created.getHeader("ETag")))
			.getStatus()).isEqualTo(412);
		assertThat(send(HttpMethod.DELETE, "/annotations/my-note", "", "If-Match",
				String.valueOf(changed.getHeader("ETag")))
			.getStatus()).isEqualTo(204);
		assertThat(get("/annotations/my-note").getStatus()).isEqualTo(410);
		assertThat(send(HttpMethod.DELETE, "/annotations/my-note", "", "Accept", "*/*").getStatus()).isEqualTo(410);
		assertThat(send(HttpMethod.PUT, "/annotations/my-note", LIKED, "Accept", "*/*").getStatus()).isEqualTo(410);
		assertThat(
				String.valueOf(send(HttpMethod.POST, "/annotations/", LIKED, "Slug", "my-note").getHeader("Location")))
			.startsWith(location + "-");
		assertThat(this.archive.list(
				"select s.number, act, content from incoming_annotation_state s join incoming_annotation a on a.id = annotation_id where name = 'my-note' order by number"))
			.containsExactly("1|received|" + LIKED, "2|replaced|" + other, "3|deleted|null");
	}

	@Test
	void updatesWithoutATagAsNothingCanBeLost() {
		send(HttpMethod.POST, "/annotations/", LIKED, "Slug", "note");
		assertThat(send(HttpMethod.PUT, "/annotations/note", LIKED.replace("index", "b"), "Accept", "*/*").getStatus())
			.isEqualTo(200);
		assertThat(send(HttpMethod.DELETE, "/annotations/note", "", "Accept", "*/*").getStatus()).isEqualTo(204);
	}

	@Test
	void takesNothingFromStrangers() {
		assertThat(this.site.post().uri("/annotations/").contentType("application/ld+json").content(LIKED))
			.hasStatus(401)
			.containsHeader("WWW-Authenticate");
		assertThat(this.site.put().uri("/annotations/x").content(LIKED)).hasStatus(401);
		assertThat(this.site.delete().uri("/annotations/hostile/c01")).hasStatus(401);
		assertThat(this.archive.list("select 1 from incoming_annotation")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "\"x\"", "{}", "{\"type\": \"Annotation\"}",
			"{\"type\": \"Annotation\", \"target\": []}", "{\"type\": \"Note\", \"target\": \"urn:x\"}" })
	void saysWhatIsWrongWithWhatIsNoAnnotation(String content) {
		MockHttpServletResponse response = send(HttpMethod.POST, "/annotations/", content, "Accept", "*/*");
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(response.getContentType()).isEqualTo("application/problem+json");
		assertThat(JsonMapper.shared().readTree(text(response)).path("detail").asString()).isNotEmpty();
	}

	@Test
	void refusesWhatIsTooDeepOrTooLarge() {
		String deep = "{\"target\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
		assertThat(send(HttpMethod.POST, "/annotations/", deep, "Accept", "*/*").getStatus()).isEqualTo(400);
		String large = LIKED.replace("I like", "I like".repeat(200_000));
		assertThat(send(HttpMethod.POST, "/annotations/", large, "Accept", "*/*").getStatus()).isEqualTo(413);
	}

	private MockHttpServletResponse send(HttpMethod method, String address, String content, String header,
			String value) {
		return this.site.method(method)
			.uri(address)
			.with(user("ed").roles("EDITOR"))
			.contentType("application/ld+json")
			.content(content)
			.header(header, value)
			.exchange()
			.getResponse();
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(java.net.URI.create(address)).exchange().getResponse();
	}

	private JsonNode json(String address) {
		return JsonMapper.shared().readTree(text(get(address)));
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static List<String> list(JsonNode nodes, String field) {
		List<String> values = new ArrayList<>();
		nodes.forEach((node) -> values.add(node.path(field).asString()));
		return values;
	}

	private static List<String> texts(JsonNode nodes) {
		List<String> values = new ArrayList<>();
		nodes.forEach((node) -> values.add(node.asString()));
		return values;
	}

}
