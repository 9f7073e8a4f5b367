package org.catena.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.catena.WholeApplicationTest;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The archive as it stood at the end of a day or at a moment, and what cannot be told of
 * it.
 */
@WholeApplicationTest
class AsOfTests {

	private static final String OPENING = "The plan is a disaster for Kyiv";

	private static final String CLOSING = "It ends in the collapse of the front";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	AsOfTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	/**
	 * On 1 December a speech comes in with one claim, on the 3rd it is corrected and gets
	 * another, on the 5th another article comes in.
	 */
	@BeforeEach
	void holdASpeechWithAPast() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		TestArticle speech = TestArticle.of("speech", OPENING + ".\n\n" + CLOSING + ".");
		this.archive.hold(corpus.article(speech.claims(TestClaim.of("c01", OPENING))));
		String first = this.archive.ask("select max(id)::text from change");
		this.archive.read(corpus
			.article(TestArticle.of("speech", OPENING + ".\n\n" + CLOSING + " itself.")
				.claims(TestClaim.of("c01", OPENING).with("stance", "mixed"), TestClaim.of("c02", CLOSING)))
			.article(TestArticle.of("answer", OPENING + ".").title("An answer")));
		String second = this.archive.ask("select max(id)::text from change");
		List<String> immutable = List.of("article_version", "change");
		immutable.forEach(
				(table) -> this.archive.change("alter table %1$s disable trigger %1$s_is_immutable".formatted(table)));
		this.archive.change("""
				update article_version v set created_at = timestamptz '2025-12-01 10:00Z'
				  + case when a.slug = 'answer' then 4 when v.number = 2 then 2 else 0 end * interval '1 day'
				from article a where a.id = v.article_id""");
		this.archive.change("""
				update article set created_at = timestamptz '2025-12-01 10:00Z'
				  + case slug when 'answer' then 4 else 0 end * interval '1 day'""");
		this.archive.change("""
				update claim set created_at = timestamptz '2025-12-01 10:00Z'
				  + case key when 'speech/c02' then 2 else 0 end * interval '1 day'""");
		this.archive.change("delete from change where id > " + second);
		this.archive
			.change("""
					update change set at = timestamptz '2025-12-01 10:00Z' + interval '1 day' * case
					  when id <= %s then 0 when kind = 'article' and entity_id = (select id from article where slug = 'answer') then 4
					  else 2 end"""
				.formatted(first));
		immutable.forEach(
				(table) -> this.archive.change("alter table %1$s enable trigger %1$s_is_immutable".formatted(table)));
	}

	@Test
	void showsTheTextOfThatDay() {
		Document first = page("/articles/speech?asOf=2025-12-01");
		assertThat(first.select(".edition__text").text()).contains("the front.").doesNotContain("itself");
		assertThat(first.select(".past").text()).contains("1 December 2025");
		assertThat(first.select(".past a").eachAttr("href")).contains("/articles/speech");
		Document then = page("/articles/speech?asOf=2025-12-03");
		assertThat(then.select(".edition__text").text()).contains("itself");
		assertThat(then.select("mark")).hasSize(2);
	}

	@Test
	void showsTheClaimsOfThatDay() {
		assertThat(page("/articles/speech?asOf=2025-12-02").select("mark")).hasSize(1);
		assertThat(page("/articles/speech?asOf=2025-12-03").select("mark")).hasSize(2);
		assertThat(page("/articles/speech").select("mark")).hasSize(2);
		assertThat(page("/articles/speech?asOf=2025-12-02").select(".stance").eachText()).contains("opposes");
		assertThat(page("/articles/speech?asOf=2025-12-03").select(".stance").eachText()).contains("mixed");
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-03T09:59:59.999999Z, 1", "2025-12-03T10:00:00Z, 2", "2025-12-03T10:00:00.0000009z, 2",
			"2025-12-03T11:00:00+01:00, 2", "2025-12-03T11:00:00%2B01:00, 2", "2025-12-03t04:59:59-05:00, 1" })
	void showsAMoment(String moment, int claims) {
		assertThat(page("/articles/speech?asOf=" + moment).select("mark")).hasSize(claims);
	}

	@Test
	void saysOfWhichMomentItIs() {
		assertThat(page("/articles/speech?asOf=2025-12-03T11:00:00%2B01:00").select(".past").text())
			.contains("on 3 December 2025 at 10:00:00 (UTC)");
		assertThat(get("/articles.json?asOf=2025-12-03").getHeader("Memento-Datetime"))
			.isEqualTo("Wed, 03 Dec 2025 23:59:59 GMT");
		assertThat(text(get("/articles.json?asOf=2025-12-03"))).startsWith("{\"as_of\":\"2025-12-03\",");
		assertThat(get("/tables/claims.csv?asOf=2025-12-03").getHeader("Content-Disposition"))
			.contains("claims-as-of-2025-12-03.csv");
		assertThat(text(get("/matrix.csv?asOf=2025-12-03"))).isNotBlank();
	}

	@Test
	void staysInThePast() {
		Document page = page("/articles?asOf=2025-12-05");
		assertThat(page.select("main a[href^=/articles/], .site-header a").eachAttr("href")).isNotEmpty()
			.filteredOn((address) -> !address.startsWith("/about"))
			.allSatisfy((address) -> assertThat(address).endsWith("?asOf=2025-12-05"));
		assertThat(page.select("form.site-search input[name=asOf]").attr("value")).isEqualTo("2025-12-05");
		assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost/articles");
		assertThat(page.select(".past a").attr("href")).isEqualTo("/articles");
		assertThat(page.select("a[href^=/admin], a[href^=/about/codebook], a[href^=/about/api]").eachAttr("href"))
			.isNotEmpty()
			.allSatisfy((address) -> assertThat(address).doesNotContain("asOf"));
		assertThat(page("/articles").html()).doesNotContain("asOf");
		assertThat(page("/articles/speech?stance=opposes&asOf=2025-12-02").select(".past a").attr("href"))
			.isEqualTo("/articles/speech?stance=opposes");
		this.archive
			.change("insert into old_slug (slug, article_id) select 'talk', id from article where slug = 'speech'");
		assertThat(get("/articles/talk?asOf=2025-12-05").getStatus()).isEqualTo(404);
		assertThat(get("/articles/talk").getHeader("Location")).isEqualTo("/articles/speech");
	}

	@Test
	void leadsToTheNameOfThatDay() {
		this.archive.change("update article set slug = 'talk' where slug = 'speech'");
		assertThat(page("/articles/speech?asOf=2025-12-05").select("h1").text()).isEqualTo("A speech");
		MockHttpServletResponse moved = get("/articles/talk?asOf=2025-12-05");
		assertThat(moved.getStatus()).isEqualTo(301);
		assertThat(moved.getHeader("Location")).isEqualTo("/articles/speech?asOf=2025-12-05");
	}

	@Test
	void showsTheListOfThatDay() {
		assertThat(page("/articles?asOf=2025-12-04").select(".article-cards a").eachAttr("href"))
			.contains("/articles/speech?asOf=2025-12-04")
			.doesNotContain("/articles/answer?asOf=2025-12-04");
		assertThat(page("/articles?asOf=2025-12-05").select(".article-cards a").eachAttr("href"))
			.contains("/articles/speech?asOf=2025-12-05", "/articles/answer?asOf=2025-12-05");
		assertThat(page("/articles?asOf=2025-12-01").select(".article-cards").text()).contains("1 claim");
		assertThat(refusal("/articles?asOf=2025-11-30", 404)).contains("first text came in on 1 December 2025");
	}

	@Test
	void showsAClaimAsItWas() {
		assertThat(page("/claims/speech/c01?asOf=2025-12-02").select(".past").text()).contains("2 December 2025");
		assertThat(page("/claims/speech/c01?asOf=2025-12-02").select("main .stance").first().text())
			.isEqualTo("opposes");
		assertThat(page("/claims/speech/c01?asOf=2025-12-03").select("main .stance").first().text()).isEqualTo("mixed");
		assertThat(refusal("/claims/speech/c02?asOf=2025-12-02", 404)).contains("came in on 3 December 2025");
	}

	@Test
	void saysThatThereWasNothing() {
		assertThat(refusal("/articles/answer?asOf=2025-12-04", 404)).contains("came in on 5 December 2025");
		assertThat(get("/articles/nothing?asOf=2025-12-01").getStatus()).isEqualTo(404);
		this.archive.empty();
		assertThat(refusal("/?asOf=2025-12-04", 404)).contains("Nothing has come into the archive");
	}

	@Test
	void saysThatChangesWereNotNotedYet() {
		this.archive.change("alter table change disable trigger change_is_immutable");
		this.archive.change("update change set at = timestamptz '2025-12-03 10:00Z'");
		this.archive.change("alter table change enable trigger change_is_immutable");
		assertThat(refusal("/articles?asOf=2025-12-02", 400)).contains("noted since 3 December 2025");
	}

	@Test
	void doesNotShowAgainWhatWasWithdrawn() {
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'speech'");
		assertThat(get("/articles/speech?asOf=2025-12-03").getStatus()).isEqualTo(410);
		assertThat(page("/articles?asOf=2025-12-04").select(".article-cards article")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search.atom?q=plan&", "/claims.atom?", "/feed.atom?", "/oai?verb=Identify&",
			"/sitemap.xml?", "/about?", "/about/agreement?", "/releases?", "/timegate/articles/speech?",
			"/suggest?q=an&", "/tables/datapackage.json?", "/openapi.json?", "/annotations/speech/c01?" })
	void refusesWhereThePastIsNotKept(String address) {
		refusal(address + "asOf=2025-12-03", 400);
		MockHttpServletResponse problem = get(address + "asOf=2025-12-03");
		assertThat(problem.getContentType()).isEqualTo("application/problem+json");
		assertThat(text(problem)).contains("\"type\":\"http://localhost/about/api#not-of-that-day\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2025", "2025-12", "2025-02-30", "2999-01-01", "9999-12-31", "0000-00-00",
			"-2025-12-01", "%2B12025-12-01", "2025-12-01T10:00:00", "2025-12-01T25:00:00Z", "2025-12-01T10:00Z",
			"2025-12-01T10:00:00%2B99:00", "2999-01-01T10:00:00Z", "2025-12-01T10:00:00.0000000001Z", "infinity", "now",
			"2025-12-01%27--", "%3Cscript%3E", "2025-12-03&asOf=2025-12-04" })
	void refusesADayThatIsNone(String day) {
		for (String address : new String[] { "/articles", "/articles/speech", "/claims/speech/c01", "/claims.csv" }) {
			refusal(address + "?asOf=" + day, 400);
		}
	}

	private String refusal(String address, int status) {
		MockHttpServletResponse response = this.site.get()
			.uri(URI.create(address))
			.header("Accept", "text/html")
			.exchange()
			.getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(status);
		Document page = Jsoup.parse(text(response));
		assertThat(page.select("h1").text()).as(address).isEqualTo("Not of that day");
		return page.select(".notice").text();
	}

	private Document page(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(text(response));
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
