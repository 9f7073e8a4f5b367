package org.catena.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The archive as it stood at the end of a day, and what cannot be told of it.
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
		this.archive.read(corpus
			.article(TestArticle.of("speech", OPENING + ".\n\n" + CLOSING + " itself.")
				.claims(TestClaim.of("c01", OPENING), TestClaim.of("c02", CLOSING)))
			.article(TestArticle.of("answer", OPENING + ".").title("An answer")));
		this.archive.change("alter table article_version disable trigger article_version_is_immutable");
		this.archive.change("""
				update article_version v set created_at = timestamptz '2025-12-01 10:00Z'
				  + case when a.slug = 'answer' then 4 when v.number = 2 then 2 else 0 end * interval '1 day'
				from article a where a.id = v.article_id""");
		this.archive.change("alter table article_version enable trigger article_version_is_immutable");
		this.archive.change("""
				update article set created_at = timestamptz '2025-12-01 10:00Z'
				  + case slug when 'answer' then 4 else 0 end * interval '1 day'""");
		this.archive.change("""
				update claim set created_at = timestamptz '2025-12-01 10:00Z'
				  + case key when 'speech/c02' then 2 else 0 end * interval '1 day',
				  updated_at = timestamptz '2025-12-03 10:00Z'""");
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
		this.archive.change("update claim set created_at = timestamptz '2025-12-04Z' where key = 'speech/c02'");
		assertThat(page("/articles/speech?asOf=2025-12-03").select("mark")).hasSize(1);
		assertThat(page("/articles/speech?asOf=2025-12-04").select("mark")).hasSize(2);
		assertThat(page("/articles/speech").select("mark")).hasSize(2);
	}

	@Test
	void saysHowManyClaimsWereChangedSince() {
		this.archive.change("update claim set updated_at = timestamptz '2025-12-09Z' where key = 'speech/c01'");
		assertThat(page("/articles/speech?asOf=2025-12-04").select(".past").text()).contains("One of the claims");
		assertThat(page("/articles/speech?asOf=2025-12-09").select(".past").text()).doesNotContain("of the claims");
	}

	@Test
	void showsTheListOfThatDay() {
		assertThat(page("/articles?asOf=2025-12-04").select(".article-cards a").eachAttr("href"))
			.contains("/articles/speech")
			.doesNotContain("/articles/answer");
		assertThat(page("/articles?asOf=2025-12-05").select(".article-cards a").eachAttr("href"))
			.contains("/articles/speech", "/articles/answer");
		assertThat(page("/articles?asOf=2025-12-01").select(".article-cards").text()).contains("1 claim");
		assertThat(page("/articles?asOf=2025-11-30").select(".article-cards article")).isEmpty();
	}

	@Test
	void showsAClaimThatWasNotChangedSince() {
		assertThat(page("/claims/speech/c01?asOf=2025-12-03").select(".past").text()).contains("3 December 2025");
		assertThat(refusal("/claims/speech/c01?asOf=2025-12-02", 400)).contains("changed");
		assertThat(refusal("/claims/speech/c02?asOf=2025-12-02", 404)).contains("came in");
	}

	@Test
	void saysThatThereWasNothing() {
		assertThat(refusal("/articles/speech?asOf=2025-11-30", 404)).contains("came in");
		assertThat(get("/articles/nothing?asOf=2025-12-01").getStatus()).isEqualTo(404);
	}

	@Test
	void doesNotShowAgainWhatWasWithdrawn() {
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'speech'");
		assertThat(get("/articles/speech?asOf=2025-12-03").getStatus()).isEqualTo(410);
		assertThat(page("/articles?asOf=2025-12-04").select(".article-cards article")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?", "/search?q=plan&", "/claims?", "/claims.csv?", "/search.atom?q=plan&", "/matrix?",
			"/plans/two-point-plan?", "/plans/two-point-plan/points/1?", "/sources/the-daily?", "/articles/speech/v1?",
			"/articles/speech/diff?", "/feed.atom?", "/oai?verb=Identify&", "/sitemap.xml?", "/timeline?" })
	void refusesWhereThePastIsNotKept(String address) {
		refusal(address + "asOf=2025-12-03", 400);
		assertThat(get(address + "asOf=2025-12-03").getContentType()).isEqualTo("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2025", "2025-12", "2025-02-30", "2999-01-01", "2025-12-01T10:00:00Z",
			"%3Cscript%3E" })
	void refusesADayThatIsNone(String day) {
		for (String address : new String[] { "/articles", "/articles/speech", "/claims/speech/c01" }) {
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
