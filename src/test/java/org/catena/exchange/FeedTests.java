package org.catena.exchange;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
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
 * What is new, for readers of feeds. Every feed is checked by the schema.
 */
@WholeApplicationTest
class FeedTests {

	private static final String QUOTE = "The plan is a disaster for Kyiv";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	private TestCorpus corpus;

	FeedTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeEach
	void holdTwoSpeeches() {
		this.corpus = TestCorpus.in(this.folder)
			.article(TestArticle.of("speech", QUOTE + ".\n\nThe end.")
				.claims(TestClaim.of("c01", QUOTE)
					.with("points", "[{number: 1, bearing: about}]")
					.with("claimant", TestCorpus.SPEAKER)
					.with("via", "[author]")
					.with("uptake", "reports")))
			.article(TestArticle.of("answer", QUOTE + ".\n\nThe end.").claims(TestClaim.of("c01", QUOTE)));
		this.archive.hold(this.corpus);
	}

	@Test
	void haveEverythingNew() throws Exception {
		this.archive.change(
				"update article set title = ?, updated_at = timestamptz '2999-01-01Z' where slug = 'speech'",
				"<b>Peace</b> & \uFFFEmore \uD83D\uDD4A");
		SyndFeed feed = feed("/feed.atom");
		assertThat(feed.getEntries()).hasSize(4);
		assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("<b>Peace</b> & more \uD83D\uDD4A");
		assertThat(feed.getEntries().get(0).getAuthors().get(0).getName()).isEqualTo("Ann Author");
		assertThat(feed.getEntries()).extracting(SyndEntry::getUpdatedDate)
			.isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
		assertThat(feed.getUri()).startsWith("urn:uuid:");
	}

	@Test
	void areThereForEachSourceAgentAndPoint() throws Exception {
		assertThat(links("/sources/the-daily.atom")).containsExactlyInAnyOrder("http://localhost/articles/speech",
				"http://localhost/articles/answer");
		assertThat(links("/agents/ann-author.atom")).containsExactlyInAnyOrder("http://localhost/articles/speech",
				"http://localhost/articles/answer", "http://localhost/claims/answer/c01");
		assertThat(links("/agents/bob-speaker.atom")).containsExactly("http://localhost/claims/speech/c01");
		assertThat(links("/plans/two-point-plan/points/1.atom")).containsExactly("http://localhost/claims/speech/c01");
		assertThat(links("/plans/two-point-plan/points/2.atom")).isEmpty();
	}

	@Test
	void leaveOutWhatWasWithdrawn() throws Exception {
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'speech'");
		assertThat(links("/feed.atom")).containsExactlyInAnyOrder("http://localhost/articles/answer",
				"http://localhost/claims/answer/c01");
	}

	@Test
	void areNamedOnTheirPages() {
		for (String page : List.of("/sources/the-daily", "/agents/ann-author", "/plans/two-point-plan/points/1")) {
			Document document = Jsoup.parse(text(get(page)));
			assertThat(document.select("link[rel=alternate][type=application/atom+xml]").eachAttr("href"))
				.containsExactly(page + ".atom", "/feed.atom");
			assertThat(document.select("link[rel=search]").attr("href")).isEqualTo("/opensearch.xml");
		}
	}

	@Test
	void goOnWhereThePageBeforeEndsWhateverComesIn() throws Exception {
		for (int i = 0; i < FeedController.PAGE; i++) {
			this.corpus.article(TestArticle.of("long-%02d".formatted(i), QUOTE + "."));
		}
		this.archive.hold(this.corpus);
		Document first = document("/sources/the-daily.atom");
		assertThat(first.select("entry")).hasSize(FeedController.PAGE);
		String next = first.select("link[rel=next]").attr("href").substring("http://localhost".length());
		// What is seen already changes and comes first.
		this.archive.change("update article set updated_at = now() + interval '1 day' where slug = 'long-49'");
		Document second = document(next);
		assertThat(second.select("link[rel=next]")).isEmpty();
		assertThat(second.select("link[rel=first]").attr("href")).endsWith("/sources/the-daily.atom");
		List<String> seen = new ArrayList<>(first.select("entry > id").eachText());
		seen.addAll(second.select("entry > id").eachText());
		assertThat(seen).hasSize(FeedController.PAGE + 2).doesNotHaveDuplicates();
	}

	@Test
	void areSentOnlyWhenTheyChanged() {
		MockHttpServletResponse response = get("/feed.atom");
		String tag = response.getHeader("ETag");
		MockHttpServletResponse again = this.site.get()
			.uri("/feed.atom")
			.header("If-None-Match", tag)
			.exchange()
			.getResponse();
		assertThat(again.getStatus()).isEqualTo(304);
		assertThat(again.getContentAsByteArray()).isEmpty();
		this.archive.change("update claim set paraphrase = 'Another.' where key = 'speech/c01'");
		assertThat(this.site.get().uri("/feed.atom").header("If-None-Match", tag)).hasStatusOk();
	}

	@Test
	void keepIdsWhenASlugChanges() throws Exception {
		List<String> before = feed("/sources/the-daily.atom").getEntries().stream().map(SyndEntry::getUri).toList();
		this.archive.change("update article set slug = 'address' where slug = 'speech'");
		assertThat(feed("/sources/the-daily.atom").getEntries()).extracting(SyndEntry::getUri).isEqualTo(before);
		assertThat(links("/sources/the-daily.atom")).contains("http://localhost/articles/address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sources/nowhere.atom", "/agents/nobody.atom", "/plans/two-point-plan/points/9.atom",
			"/plans/nothing/points/1.atom" })
	void sayThatThereIsNothing(String address) {
		assertThat(get(address).getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "%00", "2025-13-01T00:00:00Z.a1", "2025-12-01T00:00:00Z.b1",
			"2025-12-01T00:00:00Z.a9999999999999999999", "%F0%9F%95%8A" })
	void refuseAPlaceThatIsNone(String place) {
		assertThat(get("/feed.atom?before=" + place).getStatus()).isEqualTo(400);
	}

	@Test
	void ofSearchesAreValid() {
		document("/search.atom?q=plan");
		document("/claims.atom");
		document("/search.atom?q=%3Cscript%3E");
	}

	private List<String> links(String address) throws Exception {
		return feed(address).getEntries().stream().map(SyndEntry::getLink).toList();
	}

	private SyndFeed feed(String address) throws Exception {
		document(address);
		return new SyndFeedInput().build(new StringReader(text(get(address))));
	}

	private Document document(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
		Schemas.isAtom(text(response));
		return Jsoup.parse(text(response), Parser.xmlParser());
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
