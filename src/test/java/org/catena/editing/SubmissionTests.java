package org.catena.editing;

import org.catena.plan.Sha256;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs hand in articles with an editor's token. */
@EditingTest
class SubmissionTests {

	private static final String ARTICLE = """
			{"title": "A plan 😀", "text": "It has points.\\n\\nFew read them.", "source": "prio", "language": "en",
			 "authors": ["Pavel K. Baev"], "date": "2025-12-01", "plan": "28-point-plan",
			 "basis": {"title": {"kind": "printed"}, "date": {"kind": "inferred", "evidence": "its address", "confidence": 0.8}}}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void becomesADraftAndNothingElse() {
		long articles = count("article");
		MvcTestResult made = post(token(), ARTICLE);
		assertThat(made).hasStatus(HttpStatus.CREATED);
		JsonNode state = body(made);
		assertThat(state.get("state").stringValue()).isEqualTo("open");
		assertThat(state.get("article").isNull()).isTrue();
		assertThat(count("article")).isEqualTo(articles);
		Browser.Form form = this.browser.get("/admin/drafts/" + state.get("id").longValue()).article();
		assertThat(form.value("title")).isEqualTo("A plan 😀");
		assertThat(form.value("text")).isEqualTo("It has points.\n\nFew read them.");
		assertThat(form.value("date")).isEqualTo("2025-12-01");
	}

	/** Written out, the first would have a thousand million digits. */
	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "1e-999999999", "-1e999999999", "1.01", "-0.1", "0.855" })
	void refusesAConfidenceThatIsNone(String number) {
		MvcTestResult refused = post(token(), ARTICLE.replace("0.8", number));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).hasContentType("application/problem+json");
		assertThat(body(refused).get("detail").stringValue())
			.isEqualTo("The value of “basis.date.confidence” must be a number from 0 to 1 with two decimals at most.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "1.000", "8e-1", "0e999999999" })
	void takesAConfidenceHoweverItIsWritten(String number) {
		assertThat(post(token(), ARTICLE.replace("0.8", number))).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void tellsItsStateToItsEditor() {
		String token = token();
		String place = post(token, ARTICLE).getResponse().getHeader("Location");
		MvcTestResult result = this.mvc.get().uri(place).header("Authorization", "Bearer " + token).exchange();
		assertThat(result).hasStatusOk();
		assertThat(body(result).get("page").stringValue())
			.isEqualTo("http://localhost" + place.replace("/submissions", "/admin/drafts"));
		assertThat(this.mvc.get().uri("/submissions/999999999").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType("application/problem+json");
		assertThat(this.mvc.get().uri("/submissions/x").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Bearer x", "Bearer catena_x", "bearer catena_\u00e9",
			"Basic ZWRpdG9yOng=" })
	void needsATokenThatIsGood(String header) {
		var request = this.mvc.post().uri("/submissions").contentType(MediaType.APPLICATION_JSON).content(ARTICLE);
		MvcTestResult result = (header.isEmpty() ? request : request.header("Authorization", header)).exchange();
		assertThat(result).hasStatus(HttpStatus.UNAUTHORIZED).hasContentType("application/problem+json");
		assertThat(result.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
		assertThat(body(result).get("type").stringValue()).endsWith("/about/api#unauthorized");
	}

	@Test
	void endsWhenItIsRevoked() {
		String token = token();
		assertThat(post(token, ARTICLE)).hasStatus(HttpStatus.CREATED);
		this.browser.get("/admin/tokens").form("form[action$=/revoke]").press(null, "");
		assertThat(post(token, ARTICLE)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.browser.get("/admin/tokens").text()).doesNotContain(token);
	}

	@Test
	void endsAfterAYear() {
		String token = token();
		this.jdbc.sql("update access_token set expires_at = now() where sha256 = ?").param(Sha256.of(token)).update();
		assertThat(post(token, ARTICLE)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void isKeptAsAHashOnly() {
		String token = token();
		assertThat(this.jdbc.sql("select t::text from access_token t").query(String.class).list())
			.noneMatch((row) -> row.contains(token) || row.contains(token.substring(AccessTokens.PREFIX.length())))
			.anyMatch((row) -> row.contains(Sha256.of(token)));
	}

	@Test
	void opensNoPageOfEditors() {
		String token = token();
		for (String page : new String[] { "/admin", "/admin/tokens", "/actuator/prometheus" }) {
			assertThat(this.mvc.get().uri(page).header("Authorization", "Bearer " + token))
				.hasStatus(HttpStatus.UNAUTHORIZED);
		}
		assertThat(this.mvc.get().uri("/articles").header("Authorization", "Bearer " + token)).hasStatusOk();
		assertThat(this.mvc.get().uri("/articles").header("Authorization", "Bearer bad"))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{", "\"x\"", "{\"titel\": \"x\"}", "{\"title\": {}}",
			"{\"authors\": \"x\"}", "{\"basis\": {\"text\": {}}}", "{} {}" })
	void refusesWhatIsNoSubmission(String content) {
		MvcTestResult result = post(token(), content);
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType("application/problem+json");
		assertThat(body(result).get("detail").stringValue()).doesNotContain("org.catena");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"title\": null}", "{\"text\": \"\\u0000\\ud800<script>\"}",
			"{\"authors\": [null, \"\"]}", "{\"date\": \"soon\", \"source\": \"nowhere\"}" })
	void takesWhatIsUnfinished(String content) {
		MvcTestResult result = post(token(), content);
		assertThat(result).hasStatus(HttpStatus.CREATED);
		assertThat(this.browser.get("/admin/drafts/" + body(result).get("id").longValue()).status()).isEqualTo(200);
	}

	@Test
	void takesNothingButJson() {
		assertThat(this.mvc.post()
			.uri("/submissions")
			.header("Authorization", "Bearer " + token())
			.contentType("text/plain")
			.content(ARTICLE)).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void needsANameOfTheToken() {
		long before = count("access_token");
		assertThat(this.browser.get("/admin/tokens").form("form:has(#name)").set("name", " ").press(null, "").text())
			.contains("Say in at most 100 characters");
		assertThat(count("access_token")).isEqualTo(before);
	}

	private String token() {
		Element token = this.browser.get("/admin/tokens")
			.form("form:has(#name)")
			.set("name", "a <b>script</b>")
			.press(null, "")
			.html()
			.getElementById("token");
		assertThat(token).isNotNull();
		this.jdbc.sql("update access_token set revoked_at = now() where sha256 <> ? and revoked_at is null")
			.param(Sha256.of(token.text()))
			.update();
		return token.text();
	}

	private MvcTestResult post(String token, String content) {
		return this.mvc.post()
			.uri("/submissions")
			.header("Authorization", "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(content)
			.exchange();
	}

	private JsonNode body(MvcTestResult result) {
		return this.json.readTree(
				new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
