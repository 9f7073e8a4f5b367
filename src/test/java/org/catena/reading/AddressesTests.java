package org.catena.reading;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.WholeApplicationTest;
import org.catena.agreement.Agreements;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What addresses answer: things that moved, were withdrawn, never were, and old versions.
 */
@WholeApplicationTest
class AddressesTests {

	private static final String OPENING = "The plan is a disaster for Kyiv";

	private static final String CLOSING = "It ends in the collapse of the front";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	AddressesTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired JdbcClient jdbc,
			@Autowired Agreements agreements) {
		this.archive = archive;
		this.site = site;
		this.jdbc = jdbc;
		this.agreements = agreements;
	}

	@BeforeEach
	void holdASpeech() {
		this.archive.hold(TestCorpus.in(this.folder).article(speech(OPENING + ".\n\n" + CLOSING + ".")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/articles/unknown", "/articles/Speech", "/articles/speech/v2", "/articles/speech/v0",
			"/articles/speech/v-1", "/articles/speech/v99999999999", "/articles/unknown/v1", "/articles/speech/x",
			"/claims/speech/c99", "/claims/unknown/c01", "/plans/unknown", "/plans/unknown/points/1",
			"/plans/two-point-plan/points/3", "/plans/two-point-plan/points/0", "/plans/two-point-plan/points/01",
			"/plans/two-point-plan/points/x", "/sources/unknown", "/agents/unknown", "/nothing",
			"/articles/%3Cscript%3E", "/articles/%F0%9F%95%8A" })
	void answersNotFoundWhereNothingIs(String address) {
		assertThat(get(address).getStatus()).isEqualTo(404);
	}

	@Test
	void saysToABrowserThatNothingIsThere() throws Exception {
		for (String address : new String[] { "/articles/unknown", "/nothing" }) {
			HttpResponse<String> response = browse(address);
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
			assertThat(Jsoup.parse(response.body()).select("h1").text()).as(address).isEqualTo("Not found");
		}
	}

	@Test
	void refusesTheCharacterThatNoTextHas() throws Exception {
		for (String address : new String[] { "/search?q=%00", "/search?q=a&source=%00", "/search?author=a%00b",
				"/search?point=%00", "/search?view=kwic&q=a&claimant=%00", "/search.csv?source=%00",
				"/search.jsonl?theme=a/%00", "/search.atom?theme=a/%00", "/claims?stance=%00", "/claims.csv?plan=%00",
				"/search.bib?source=%00", "/search.json?source=%00", "/articles.json?source=%00",
				"/frequencies?q=a&source=%00", "/frequencies.csv?q=a&author=%00", "/compare?left=%00&right=b",
				"/compare?of=sources&left=a&right=%00", "/contradictions?matter=%00", "/matrix?plan=%00",
				"/matrix.csv?plan=%00", "/pictures?network=%00", "/articles?page=%00", "/articles/speech?q=%00",
				"/suggest?q=%00", "/plans/two-point-plan?sort=%00", "/sources?%00=a", "/articles/%00",
				"/sources/a%00b.json" }) {
			MockHttpServletResponse response = get(address);
			assertThat(response.getStatus()).as(address).isEqualTo(400);
			assertThat(response.getContentType()).as(address).isEqualTo("application/problem+json");
			assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)).as(address)
				.contains("U+0000");
		}
		for (String address : new String[] { "/search?source=%00", "/matrix?plan=%00" }) {
			HttpResponse<String> response = browse(address);
			assertThat(response.statusCode()).as(address).isEqualTo(400);
			assertThat(Jsoup.parse(response.body()).select("main").text()).as(address).contains("U+0000");
		}
		assertThat(get("/search?q=%2500").getStatus()).isEqualTo(200);
	}

	@Test
	void answersPermanentlyMovedWhereASlugIsOld() {
		this.archive.change("insert into old_slug select 'speach', id from article");
		MockHttpServletResponse response = get("/articles/speach");
		assertThat(response.getStatus()).isEqualTo(301);
		assertThat(response.getHeader("Location")).isEqualTo("/articles/speech");
		response = get("/articles/speach/v1");
		assertThat(response.getStatus()).isEqualTo(301);
		assertThat(response.getHeader("Location")).isEqualTo("/articles/speech/v1");
	}

	@Test
	void findsUnderTheirNewNamesWhatHadOthers() {
		this.archive.change("insert into old_slug select 'speach', id from article");
		this.archive.change("insert into old_source_slug (slug, source_id) select 'the-dayly', id from source");
		this.archive.change("insert into old_agent_slug (slug, agent_id) select 'anne-author', id from agent"
				+ " where slug = 'ann-author'");
		moves("/articles/speach/history", "/articles/speech/history");
		moves("/articles/speach/diff?from=1&to=1", "/articles/speech/diff?from=1&to=1");
		moves("/sources/the-dayly", "/sources/the-daily");
		moves("/sources/the-dayly/history", "/sources/the-daily/history");
		moves("/agents/anne-author", "/agents/ann-author");
		moves("/agents/anne-author/history", "/agents/ann-author/history");
		moves("/compare?left=speach&right=a%26b%20c", "/compare?of=articles&right=a%26b+c&left=speech");
		moves("/compare?of=sources&left=the-daily&right=the-dayly",
				"/compare?of=sources&left=the-daily&right=the-daily");
		moves("/compare?of=agents&right=anne-author", "/compare?of=agents&right=ann-author");
		assertThat(get("/compare?of=agents&right=speach").getStatus()).isEqualTo(404);
		Document search = page("/search?source=the-dayly&author=anne-author&author=nobody");
		assertThat(search.select(".search__messages li").eachText())
			.containsExactly("The archive knows no author “nobody”; it was left out.");
		assertThat(search.select(".choices a").eachAttr("href")).containsExactlyInAnyOrder("/search?author=ann-author",
				"/search?source=the-daily");
		assertThat(page("/search?in=claims&claimant=anne-author").select(".search__messages")).isEmpty();
	}

	private void moves(String old, String current) {
		MockHttpServletResponse response = get(old);
		assertThat(response.getStatus()).as(old).isEqualTo(301);
		assertThat(response.getHeader("Location")).isEqualTo(current);
	}

	@Test
	void answersGoneWithTheReasonWhereAnArticleIsWithdrawn() {
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = ?",
				"The paper <b>asked</b> for it.");
		for (String address : new String[] { "/articles/speech", "/articles/speech/v1", "/claims/speech/c01" }) {
			MockHttpServletResponse response = get(address);
			assertThat(response.getStatus()).as(address).isEqualTo(410);
			Document page = read(response);
			assertThat(page.select("h1").text()).isEqualTo("Withdrawn");
			assertThat(page.select(".notice").text()).isEqualTo("The paper <b>asked</b> for it.");
			assertThat(page.text()).doesNotContain(OPENING);
		}
		for (String address : new String[] { "/", "/articles", "/plans/two-point-plan/points/1", "/sources/the-daily",
				"/agents/ann-author" }) {
			assertThat(get(address).getStatus()).isEqualTo(200);
			assertThat(page(address).text()).doesNotContain(OPENING, "A speech");
		}
	}

	@Test
	void showsNothingOfAnArticleThatIsWithdrawnWhileItIsRead() {
		TestArchive held = this.archive;
		ArticleRows rows = new ArticleRows(this.jdbc) {
			@Override
			Map<Long, ArticleRow> byId(List<Long> ids) {
				held.change("update article set state = 'withdrawn', withdrawn_reason = 'Asked for.'");
				return super.byId(ids);
			}
		};
		List<Long> claims = this.archive.list("select id from claim").stream().map(Long::valueOf).toList();
		ClaimRows claimRows = new ClaimRows(this.jdbc, rows);
		assertThat(claims).isNotEmpty();
		assertThat(claimRows.byId(claims)).isEmpty();
		this.archive.change("update article set state = 'published', withdrawn_reason = null");
		ArticlePages pages = new ArticlePages(this.jdbc, rows, claimRows, this.agreements, new NotYetThere(this.jdbc),
				Clock.systemUTC());
		assertThatExceptionOfType(Withdrawn.class)
			.isThrownBy(() -> pages.article("speech", null, ClaimFilter.NONE, "http://localhost"))
			.satisfies((withdrawn) -> assertThat(withdrawn.reason()).isEqualTo("Asked for."));
	}

	@Test
	void answersGoneWithTheReasonWhereAClaimIsWithdrawn() {
		this.archive.change("update claim set standing = 'withdrawn', withdrawn_reason = ? where key = ?",
				"No claim after all.", "speech/c01");
		MockHttpServletResponse response = get("/claims/speech/c01");
		assertThat(response.getStatus()).isEqualTo(410);
		assertThat(read(response).select(".notice").text()).isEqualTo("No claim after all.");
		Document page = page("/articles/speech");
		assertThat(page.select("mark")).hasSize(1);
		assertThat(page.select("mark").attr("data-claims")).isEqualTo("speech/c02");
		assertThat(page("/plans/two-point-plan/points/1").select(".claim-card")).isEmpty();
		assertThat(page("/agents/ann-author").text()).doesNotContain("speech/c01").contains("speech/c02");
	}

	@Test
	void answersNotFoundWhereAClaimServesComparisonOnly() {
		this.archive.change("update claim set standing = 'compared' where key = ?", "speech/c01");
		assertThat(get("/claims/speech/c01").getStatus()).isEqualTo(404);
		assertThat(page("/articles/speech").select("mark")).hasSize(1);
	}

	@Test
	void showsNoRelationToAClaimThatIsWithdrawn() {
		this.archive.read(TestCorpus.in(this.folder)
			.article(speech(OPENING + ".\n\n" + CLOSING + "."))
			.file("relations.yaml", "- {type: contradicts, from: speech/c01, to: speech/c02, reason: Because.}")
			.file("discrepancies.yaml",
					"- {claim: speech/c01, point: {number: 1}, claim_says: A third., plan_says: A cap., gravity: degree}"));
		assertThat(page("/claims/speech/c02").select(".relation")).hasSize(1);
		assertThat(page("/plans/two-point-plan/points/1").select(".discrepancy")).hasSize(1);
		this.archive
			.change("update claim set standing = 'withdrawn', withdrawn_reason = 'No.' where key = 'speech/c01'");
		assertThat(page("/claims/speech/c02").select(".relation")).isEmpty();
		assertThat(page("/plans/two-point-plan/points/1").select(".discrepancy")).isEmpty();
	}

	@Test
	void keepsOldVersionsAtTheirAddresses() {
		this.archive.read(TestCorpus.in(this.folder).article(speech("A new opening.\n\n" + CLOSING + ".")));
		Document old = page("/articles/speech/v1");
		assertThat(old.select(".passage__text").eachText()).containsExactly(OPENING + ".", CLOSING + ".");
		assertThat(old.select("mark")).isEmpty();
		assertThat(old.select(".notice").text()).startsWith("This is version 1.");
		assertThat(old.select(".notice a").attr("href")).isEqualTo("/articles/speech");
		assertThat(old.select("#orphans-heading")).as("its words are in this version").isEmpty();
		assertThat(old.select(".metadata__row:contains(SHA-256) .hash").text())
			.isEqualTo(this.archive.ask("select sha256 from article_version where number = 1"));
		for (String address : new String[] { "/articles/speech", "/articles/speech/v2" }) {
			Document current = page(address);
			assertThat(current.select(".passage__text").get(0).wholeText()).isEqualTo("A new opening.");
			assertThat(current.select("mark").eachAttr("data-claims")).containsExactly("speech/c02");
			assertThat(current.select(".notice")).isEmpty();
			assertThat(current.select("a[href^=/articles/speech/v]").eachText())
				.containsExactly("version 2 (Correction)", "version 1 (First version)");
			assertThat(current.select("section[aria-labelledby=orphans-heading] .claim-card__quote").text())
				.isEqualTo("“" + OPENING + "”");
		}
	}

	@Test
	void showsAnOrphanWithTheVersionThatItWasTakenFrom() {
		this.archive.read(TestCorpus.in(this.folder).article(speech("A new opening.\n\n" + CLOSING + ".")));
		Document page = page("/claims/speech/c01");
		assertThat(page.select(".notice").text()).startsWith("The quote is not in the current version of the article.");
		assertThat(page.select(".notice blockquote").text()).isEqualTo(OPENING);
		assertThat(page.select(".notice a").attr("href")).isEqualTo("/articles/speech/v1");
		assertThat(page.select(".in-context__source a").attr("href")).isEqualTo("/articles/speech");
		assertThat(page.select("dt:contains(Anchoring) + dd").text()).isEqualTo("not in the current version");
		assertThat(page("/claims/speech/c02").select("dt:contains(Anchoring) + dd").text())
			.isEqualTo("word for word in the current version");
	}

	@Test
	void leadsFromAClaimInASubheadToItsNote() {
		this.archive.read(TestCorpus.in(this.folder)
			.article(TestArticle.of("heads", "One.\n\n## " + OPENING + "\n\nTwo.")
				.claims(TestClaim.of("c01", OPENING))));
		Document page = page("/articles/heads");
		assertThat(page.select("h2.edition__subhead mark").text()).isEqualTo(OPENING);
		assertThat(page.select("h2.edition__subhead mark a").attr("href")).isEqualTo("#n-c01");
		assertThat(page.getElementById("n-c01")).isNotNull();
		Document claim = page("/claims/heads/c01");
		assertThat(claim.select(".in-context blockquote p:has(mark)").text()).isEqualTo(OPENING);
		assertThat(claim.select(".in-context__beside").eachText()).containsExactly("One.", "Two.");
	}

	@Test
	void showsClaimsOverTheSameWordsOverParagraphsAndAtLineFeeds() {
		String text = "\ud83d\udd4a " + OPENING + ".\n\n" + CLOSING + ".";
		this.archive.read(TestCorpus.in(this.folder)
			.article(TestArticle.of("many", text)
				.claims(TestClaim.of("c01", text), TestClaim.of("c02", text),
						TestClaim.of("c03", "disaster for Kyiv.\n\nIt ends"), TestClaim.of("c04", OPENING + ".\n"),
						TestClaim.of("c05", "\n" + CLOSING))));
		Document page = page("/articles/many");
		assertThat(page.select(".passage").get(0).select("mark").last().attr("data-claims").split(" "))
			.containsExactlyInAnyOrder("many/c01", "many/c02", "many/c03", "many/c04");
		assertThat(page.select(".passage").get(1).select("mark").first().attr("data-claims").split(" "))
			.containsExactlyInAnyOrder("many/c01", "many/c02", "many/c03", "many/c05");
		assertThat(page.select(".note")).hasSize(5);
		assertThat(page.select("sup.ref")).hasSize(5);
		for (int i = 1; i <= 5; i++) {
			assertThat(page("/claims/many/c0" + i).select(".in-context mark")).hasSize(1);
		}
		assertThat(page("/claims/many/c01").select(".pager a[rel=next]").attr("href")).isEqualTo("/claims/many/c02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "x", "99999999999", "", "2" })
	void showsAListForAnyPageNumber(String number) {
		MockHttpServletResponse response = this.site.get()
			.uri("/articles")
			.param("page", number)
			.exchange()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(read(response).select(".article-card").size()).isEqualTo(number.equals("2") ? 0 : 1);
	}

	@Test
	void saysThatTheArchiveIsEmpty() {
		this.archive.empty();
		assertThat(page("/").text()).contains("The archive is empty.");
		assertThat(get("/articles").getStatus()).isEqualTo(200);
		assertThat(get("/about").getStatus()).isEqualTo(200);
	}

	private static TestArticle speech(String text) {
		return TestArticle.of("speech", text)
			.claims(TestClaim.of("c01", OPENING).with("points", "[{number: 1, bearing: about}]"),
					TestClaim.of("c02", CLOSING));
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private Document page(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return read(response);
	}

	private HttpResponse<String> browse(String address) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address))
				.header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
				.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private static Document read(MockHttpServletResponse response) {
		return Jsoup
			.parse(new String(Objects.requireNonNull(response.getContentAsByteArray()), StandardCharsets.UTF_8));
	}

}
