package org.catena.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.catena.WholeApplicationTest;
import org.catena.annotation.MergeAgents;
import org.catena.article.MergeNames;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.search.IndexSettles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that keep a copy of the archive miss nothing, and are told what is wrong. */
@WholeApplicationTest
class ApiTests {

	@TempDir
	private Path folder;

	@Autowired
	private MockMvcTester site;

	@Autowired
	private TestArchive archive;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MergeAgents mergeAgents;

	@Autowired
	private MergeNames mergeNames;

	@BeforeEach
	void hold() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		for (int i = 1; i <= 5; i++) {
			corpus.article(TestArticle
				.of("speech-" + i, "The army stays as large as it is. The money of the banks is 😀 gone. It rains.")
				.claims(TestClaim.of("c01", "The army stays as large as it is."),
						TestClaim.of("c02", "The money of the banks is 😀 gone.")));
		}
		this.archive.hold(corpus);
		IndexSettles.on(this.jdbc);
		Horizon.passes(this.jdbc);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 10, 200 })
	void yieldsEachThingOnce(int limit) {
		List<String> keys = new ArrayList<>();
		String address = "/claims.json?limit=" + limit;
		while (address != null) {
			JsonNode page = get(address);
			page.get("items").forEach((claim) -> keys.add(claim.get("key").stringValue()));
			assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
			address = address(page, "next");
		}
		assertThat(keys).doesNotHaveDuplicates().hasSize(10);
	}

	@Test
	void tellsLaterWhatWasChanged() {
		String follow = address(get("/articles.json"), "follow");
		assertThat(get(follow).get("items")).isEmpty();
		this.archive.change("update article set title = 'Another' where slug = 'speech-3'");
		assertThat(slugs(settled(follow, 1))).containsExactly("speech-3");
	}

	/**
	 * The first transaction reads the clock first and ends last: its row has the earlier
	 * time, and is seen only after the row of the second was.
	 */
	@Test
	void passesOverNothingThatIsCommittedLate() throws SQLException {
		String follow = address(get("/articles.json"), "follow");
		try (Connection late = this.database.getConnection()) {
			late.setAutoCommit(false);
			touch(late, "speech-1", Instant.parse("2030-01-01T00:00:00Z"));
			this.archive.change("update article set updated_at = '2030-01-01T00:00:05Z' where slug = 'speech-2'");
			JsonNode early = get(follow);
			assertThat(slugs(early)).as("what is newer than a change under way waits for it").isEmpty();
			late.commit();
			assertThat(slugs(settled(address(early, "follow"), 2))).containsExactly("speech-1", "speech-2");
		}
	}

	/** Transactions are numbered when they first write, not when they begin. */
	@Test
	void passesOverNothingOfATransactionThatIsNumberedLater() throws SQLException {
		String follow = address(get("/articles.json"), "follow");
		try (Connection first = this.database.getConnection(); Connection second = this.database.getConnection()) {
			first.setAutoCommit(false);
			second.setAutoCommit(false);
			touch(first, "speech-1", Instant.parse("2030-01-01T00:00:09Z"));
			touch(second, "speech-2", Instant.parse("2030-01-01T00:00:01Z"));
			first.commit();
			JsonNode between = settled(follow, 1);
			assertThat(slugs(between)).containsExactly("speech-1");
			second.commit();
			assertThat(slugs(settled(address(between, "follow"), 1))).containsExactly("speech-2");
		}
	}

	@Test
	void saysWhatIsNoLongerShown() {
		String articles = address(get("/articles.json"), "follow");
		String claims = address(get("/claims.json"), "follow");
		this.archive
			.change("update article set state = 'withdrawn', withdrawn_reason = 'A forgery.' where slug = 'speech-1'");
		JsonNode gone = settledWithdrawn(articles, 1).get("withdrawn").get(0);
		assertThat(gone.get("id").stringValue()).isEqualTo("speech-1");
		assertThat(gone.get("reason").stringValue()).isEqualTo("A forgery.");
		JsonNode page = settledWithdrawn(claims, 2);
		assertThat(page.get("items")).isEmpty();
		assertThat(page.get("withdrawn").valueStream().map((claim) -> claim.get("id").stringValue()))
			.containsExactly("speech-1/c01", "speech-1/c02");
		this.archive.change("update article set state = 'published', withdrawn_reason = null where slug = 'speech-1'");
		assertThat(settled(address(page, "follow"), 2).get("withdrawn")).isEmpty();
	}

	/** A copy must be able to drop a name, and to put another in its place. */
	@Test
	void tellsWhichNamesWereMerged() {
		this.archive.change(
				"insert into agent (id, slug, name, kind, sha256) values (900001, 'bobby', 'Bobby', 'person', repeat('0', 64))");
		this.archive
			.change("""
					insert into source (id, slug, name, country_basis, sha256) values (900001, 'daily', 'Daily', 'unknown', repeat('0', 64))""");
		Horizon.passes(this.jdbc);
		String agents = address(get("/agents.json"), "follow");
		String sources = address(get("/sources.json"), "follow");
		this.mergeAgents.merge("bobby", "bob-speaker");
		this.mergeNames.sources("daily", "the-daily");
		JsonNode gone = settledWithdrawn(agents, 1).get("withdrawn").get(0);
		assertThat(gone.get("id").stringValue()).isEqualTo("bobby");
		assertThat(gone.get("merged_into").stringValue()).isEqualTo("bob-speaker");
		assertThat(gone.get("reason").stringValue()).isEqualTo("It was merged with bob-speaker.");
		JsonNode went = settledWithdrawn(sources, 1).get("withdrawn").get(0);
		assertThat(went.get("id").stringValue()).isEqualTo("daily");
		assertThat(went.get("merged_into").stringValue()).isEqualTo("the-daily");
		assertThat(get("/agents.json").get("items").valueStream().map((item) -> item.get("slug").stringValue()))
			.doesNotContain("bobby")
			.contains("bob-speaker");
		assertThat(get("/agents.json?kind=person").get("withdrawn")).isEmpty();
		for (String form : List.of("json", "atom")) {
			assertThat(this.site.get().uri("/agents/bobby." + form)).hasStatus(HttpStatus.MOVED_PERMANENTLY)
				.hasHeader("Location", "/agents/bob-speaker." + form);
			assertThat(this.site.get().uri("/sources/daily." + form)).hasStatus(HttpStatus.MOVED_PERMANENTLY)
				.hasHeader("Location", "/sources/the-daily." + form);
		}
		this.archive.empty();
		assertThat(this.archive.list("select * from gone_name")).isEmpty();
	}

	@Test
	void tellsOfNewNamesOfAuthors() {
		String follow = address(get("/articles.json"), "follow");
		this.archive.change("""
				update byline set agent_id = (select id from agent where slug = 'bob-speaker')
				where article_id = (select id from article where slug = 'speech-4')""");
		JsonNode page = settled(follow, 1);
		assertThat(slugs(page)).containsExactly("speech-4");
		assertThat(page.at("/items/0/authors/0/slug").stringValue()).isEqualTo("bob-speaker");
	}

	@Test
	void answersBrieflyWhileNothingIsNew() {
		for (String address : List.of("/articles.json", "/articles/speech-1.json", "/claims/speech-1/c01.json",
				"/plans/two-point-plan.json", "/openapi.json")) {
			String tag = this.site.get().uri(address).exchange().getResponse().getHeader("ETag");
			assertThat(tag).startsWith("W/\"");
			assertThat(this.site.get().uri(address).header("If-None-Match", tag)).hasStatus(HttpStatus.NOT_MODIFIED)
				.body()
				.isEmpty();
		}
		String tag = this.site.get().uri("/articles/speech-1.json").exchange().getResponse().getHeader("ETag");
		this.archive.change("update article set title = 'Another' where slug = 'speech-1'");
		assertThat(this.site.get().uri("/articles/speech-1.json").header("If-None-Match", tag)).hasStatusOk();
	}

	/**
	 * A transaction that began earlier may end later: no time tells whether something is
	 * new.
	 */
	@Test
	void goesByNoTime() {
		for (String address : List.of("/articles.json", "/articles/speech-1.json", "/feed.atom")) {
			MvcTestResult answer = this.site.get()
				.uri(address)
				.header("If-Modified-Since", "Fri, 31 Dec 2099 00:00:00 GMT")
				.exchange();
			assertThat(answer).hasStatusOk().doesNotContainHeader("Last-Modified");
		}
	}

	@Test
	void linksTheNextPage() {
		MvcTestResult result = this.site.get().uri("/articles.json?limit=2&source=the-daily").exchange();
		String next = this.json.readTree(text(result)).get("next").stringValue();
		assertThat(result.getResponse().getHeader("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
		assertThat(next).contains("limit=2").contains("source=the-daily");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/articles.json?sources=x", "/articles.json?source=%00", "/articles.json?source=A",
			"/articles.json?source=a&source=b", "/articles.json?limit=0", "/articles.json?limit=201",
			"/articles.json?limit=-1", "/articles.json?limit=99999999999", "/articles.json?limit=%D9%A1",
			"/articles.json?cursor=x", "/articles.json?cursor=", "/articles.json?cursor=%00",
			"/articles.json?from=2025", "/articles.json?to=2025-02-30", "/articles.json?from=-9999-01-01",
			"/articles.json?language=e'n", "/articles.json?point=28", "/claims.json?point=two-point-plan/0",
			"/claims.json?stance=against", "/claims.json?kind=", "/relations.json?claim=x", "/relations.json?type=%27",
			"/discrepancies.json?gravity=1", "/agents.json?kind=persons", "/sources.json?kind=person", "/plans.json?x",
			"/search.json?page=0", "/search.json?in=all", "/search.json?from=2026-01-01&to=2025-01-01",
			"/articles/speech-1.json?version=1" })
	void refusesWhatItCannotRead(String address) {
		MvcTestResult result = this.site.get().uri(URI.create(address)).exchange();
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType("application/problem+json");
		JsonNode problem = this.json.readTree(text(result));
		assertThat(problem.get("type").stringValue()).isEqualTo("http://localhost/about/api#bad-parameter");
		assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain("Exception");
	}

	@Test
	void refusesCursorsOfAnEarlierOrder() {
		String follow = address(get("/articles.json"), "follow");
		this.archive.change("update change_epoch set epoch = gen_random_uuid()");
		assertThat(this.site.get().uri(URI.create(follow))).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("#cursor-expired");
	}

	@Test
	void saysWhereThingsAre() {
		this.archive.change("insert into old_slug select 'old-speech', id from article where slug = 'speech-1'");
		this.archive
			.change("update article set state = 'withdrawn', withdrawn_reason = 'A forgery.' where slug = 'speech-2'");
		assertThat(this.site.get().uri("/articles/old-speech.json")).hasStatus(HttpStatus.MOVED_PERMANENTLY)
			.hasHeader("Location", "/articles/speech-1.json");
		assertThat(this.site.get().uri("/articles/speech-2.json")).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("#withdrawn")
			.contains("A forgery.");
		assertThat(this.site.get().uri("/claims/speech-2/c01.json")).hasStatus(HttpStatus.GONE);
		for (String address : List.of("/articles/x.json", "/claims/speech-1/c99.json", "/plans/x.json",
				"/plans/two-point-plan/points/3.json", "/sources/x.json", "/agents/x.json")) {
			assertThat(this.site.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND)
				.hasContentType("application/problem+json")
				.bodyText()
				.contains("/about/api#not-found");
		}
		assertThat(get("/articles/speech-1.json").get("former_slugs").valueStream().map(JsonNode::stringValue))
			.containsExactly("old-speech");
	}

	@Test
	void answersPagesToWhomWantsJson() {
		assertThat(this.site.get().uri("/articles/speech-1").accept("application/json"))
			.hasHeader("Content-Location", "/articles/speech-1.json")
			.bodyText()
			.contains("\"slug\":\"speech-1\"");
	}

	@Test
	void countsCodePoints() {
		JsonNode claim = get("/claims/speech-1/c02.json");
		assertThat(claim.at("/span/start").intValue()).isEqualTo(34);
		assertThat(claim.at("/span/end").intValue()).isEqualTo(67);
	}

	private static void touch(Connection connection, String slug, Instant at) throws SQLException {
		try (var statement = connection.prepareStatement("update article set updated_at = ? where slug = ?")) {
			statement.setTimestamp(1, java.sql.Timestamp.from(at));
			statement.setString(2, slug);
			statement.executeUpdate();
		}
	}

	private JsonNode settled(String address, int items) {
		return waiting(address, "items", items);
	}

	private JsonNode settledWithdrawn(String address, int withdrawn) {
		return waiting(address, "withdrawn", withdrawn);
	}

	/** Whatever else writes on the server delays the order of changes a little. */
	private JsonNode waiting(String address, String list, int size) {
		for (int attempt = 1;; attempt++) {
			JsonNode page = get(address);
			if (page.get(list).size() >= size || attempt == 600) {
				return page;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static List<String> slugs(JsonNode page) {
		return page.get("items").valueStream().map((item) -> item.get("slug").stringValue()).sorted().toList();
	}

	private static String address(JsonNode page, String name) {
		return page.get(name).isNull() ? null : page.get(name).stringValue();
	}

	private JsonNode get(String address) {
		MvcTestResult result = this.site.get().uri(URI.create(address)).exchange();
		assertThat(result).hasStatusOk();
		return this.json.readTree(text(result));
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
