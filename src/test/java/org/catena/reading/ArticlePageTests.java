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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages of an article and of a claim say beyond the text: neighbours, versions,
 * how to cite, who disagrees.
 */
@WholeApplicationTest
class ArticlePageTests {

	private static final String SPEECH = "🕊 The plan is a disaster for Kyiv. It caps the army.\n\nThe plan is a disaster for all of us.";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	ArticlePageTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeEach
	void holdASpeechAndAnAnswer() {
		this.archive.hold(corpus());
	}

	@Test
	void givesEachClaimALineOfItsOwn() {
		Document page = page("/articles/speech");
		assertThat(page.select("mark[data-claims='speech/c01']").attr("class"))
			.isEqualTo("claim claim--opposes line-1--opposes");
		assertThat(page.select("mark[data-claims='speech/c01 speech/c02']").attr("class"))
			.isEqualTo("claim claim--supports line-1--opposes line-2--supports");
		assertThat(page.select("mark[data-claims='speech/c02']").attr("class"))
			.isEqualTo("claim claim--supports line-2--supports");
	}

	@Test
	void namesNeighboursWithTheirRelationsByType() {
		Document page = page("/articles/speech");
		assertThat(page.select(".neighbours .kicker").eachText())
			.containsExactly("The Daily: 1 agreement, 2 contradictions");
		assertThat(page.select(".neighbours a").eachAttr("href")).containsExactly("/articles/answer",
				"/compare?of=articles&left=speech&right=answer");
		assertThat(page.select("#neighbours-heading + p").text()).isEqualTo(
				"It agrees most with The Daily (1 agreement or elaboration); it is contradicted or disputed most by The Daily (2 contradictions and disputes).");
		assertThat(page("/articles/answer").select(".neighbours .kicker").eachText())
			.containsExactly("The Daily: 1 agreement, 2 contradictions");
	}

	@Test
	void citesAnArticle() {
		assertThat(page("/articles/speech").select("#citation").text()).matches(
				"\\QAnn Author, “A speech”, The Daily, about 1 December 2025 (between 30 November 2025 and 3 December 2025), https://example.org/a#top. Archived in Catena, version 1, http://localhost/articles/speech/v1, accessed \\E\\d{1,2} \\w+ \\d{4}\\.");
		assertThat(page("/articles/answer").select("#citation").text())
			.startsWith("Ann Author, “An answer”, The Daily, 1 December 2025. Archived in Catena, ");
		assertThat(page("/articles/speech").select("button[data-copy=citation]").hasAttr("hidden")).isTrue();
	}

	@Test
	void citesAClaimAndLeadsToItsWords() {
		Document page = page("/claims/speech/c01");
		assertThat(page.select("#citation").text()).matches(
				"\\QAnn Author, “A speech”, The Daily, about 1 December 2025 (between 30 November 2025 and 3 December 2025), https://example.org/a#top: “The plan is a disaster for Kyiv” Archived in Catena, version 1, claim speech/c01, http://localhost/claims/speech/c01, accessed \\E\\d{1,2} \\w+ \\d{4}\\.");
		assertThat(page.select("a.cite__original").attr("href"))
			.isEqualTo("https://example.org/a#top:~:text=The%20plan%20is%20a%20disaster%20for%20Kyiv");
		assertThat(page.select("a.cite__archived").attr("href")).isEqualTo("/articles/speech#c01");
		assertThat(page("/claims/answer/c01").select("a.cite__original")).isEmpty();
	}

	@Test
	void namesThePlaceOfAQuoteForPrograms() {
		JsonNode place = JsonMapper.shared().readTree(page("/claims/speech/c01").select(".selector__json").text());
		assertThat(place.path("@context").asString()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
		assertThat(place.path("source").asString()).isEqualTo("http://localhost/articles/speech/v1");
		JsonNode quote = place.path("selector").path(0);
		assertThat(quote.path("type").asString()).isEqualTo("TextQuoteSelector");
		assertThat(quote.path("exact").asString()).isEqualTo("The plan is a disaster for Kyiv");
		assertThat(quote.path("prefix").asString()).isEqualTo("🕊 ");
		assertThat(quote.path("suffix").asString()).startsWith(". It caps the army.").hasSize(32);
		JsonNode position = place.path("selector").path(1);
		assertThat(position.path("type").asString()).isEqualTo("TextPositionSelector");
		assertThat(position.path("start").asInt()).isEqualTo(2);
		assertThat(position.path("end").asInt()).isEqualTo(33);
	}

	@Test
	void showsTheChainOfAttribution() {
		assertThat(page("/claims/speech/c02").select(".attribution li").eachText())
			.containsExactly("Author Ann Author rejects it", "through The Council", "Claimant Bob Speaker");
		assertThat(page("/claims/speech/c01").select(".attribution li").eachText())
			.containsExactly("Author and claimant Ann Author");
	}

	@Test
	void groupsRelationsByType() {
		Document page = page("/claims/speech/c01");
		assertThat(page.select(".relation-group h3").eachText()).containsExactly("It contradicts 2",
				"It agrees with 1");
		assertThat(page.select(".relation-group").get(0).select("blockquote").eachText()).containsExactly(
				"“The plan is a disaster for Kyiv”", "“The plan is a blessing”", "“It saves the whole army”");
	}

	@Test
	void saysHowTwoCodersDisagree() {
		Document page = page("/claims/speech/c01");
		assertThat(page.select("#coders-heading").text()).isEqualTo("Where two coders disagree");
		assertThat(page.select(".coders__field").eachText()).containsExactly(
				"Kind The first said descriptive, the second said evaluative. The archive keeps the second.",
				"Stance The first said neutral, the second said mixed. The archive has neither: opposes.");
		assertThat(page("/claims/speech/c02").select("#coders").text())
			.contains("Only the first coder has it; the second has no claim at these words.");
		assertThat(page("/claims/speech/c03").select("#coders").text())
			.contains("Two coders who had not seen each other’s work coded it alike.");
		assertThat(page("/claims/answer/c01").select("#coders")).isEmpty();
	}

	@Test
	void putsASignOnClaimsOnWhichCodersDiffer() {
		Document page = page("/articles/speech");
		assertThat(page.select("a.differs").eachAttr("href")).containsExactly("/claims/speech/c01#coders",
				"/claims/speech/c02#coders");
		assertThat(page("/articles/answer").select("a.differs")).isEmpty();
	}

	@Test
	void filtersByAddress() {
		Document page = page("/articles/speech?stance=supports");
		assertThat(page.select("#marked").text()).isEqualTo("1 of 3 claims marked");
		assertThat(page.select(".note").eachAttr("id")).containsExactly("n-c02");
		assertThat(page.select("#filter-all a").attr("href")).isEqualTo("/articles/speech");
		Document none = page("/articles/speech?stance=%3Cscript%3E");
		assertThat(none.select("#marked").text()).isEqualTo("0 of 3 claims marked");
		assertThat(none.select("#edition-text .empty").text()).isEqualTo("No claim is like this. Mark all");
	}

	@Test
	void comparesTwoVersions() {
		correct();
		Document page = page("/articles/speech/diff?from=1&to=2");
		assertThat(page.select("ins").eachText()).containsExactly("limits", "A new paragraph.");
		assertThat(page.select("del").eachText()).containsExactly("caps");
		assertThat(page.select("dt:contains(Changed) + dd").text())
			.isEqualTo("2 paragraphs: 4 words inserted, 1 deleted");
		assertThat(page.select("#diff-from option[selected]").attr("value")).isEqualTo("1");
		Document back = page("/articles/speech/diff?from=2&to=1");
		assertThat(back.select("del").eachText()).containsExactly("limits", "A new paragraph.");
		assertThat(page("/articles/speech/diff").select("ins").eachText()).containsExactly("limits",
				"A new paragraph.");
		assertThat(page("/articles/speech").select(".versions a").eachAttr("href"))
			.containsExactly("/articles/speech/v2", "/articles/speech/diff?from=1&to=2", "/articles/speech/v1");
		assertThat(page("/articles/speech/v1").select(".notice a").eachAttr("href")).containsExactly("/articles/speech",
				"/articles/speech/diff?from=1&to=2");
	}

	@Test
	void saysInWhichVersionsAClaimStands() {
		this.archive.read(corpus()
			.article(speech(SPEECH.replace("The plan is a disaster for Kyiv", "Nobody in the capital likes it"))));
		assertThat(page("/claims/speech/c01").select(".versions li").eachText()).satisfiesExactly(
				(version) -> assertThat(version).startsWith("version 2 ")
					.endsWith("does not have the quote word for word"),
				(version) -> assertThat(version).startsWith("version 1 ").endsWith("has the quote word for word"));
		assertThat(page("/claims/speech/c01").select(".selector__json").text()).contains("/articles/speech/v1")
			.doesNotContain("TextPositionSelector");
		assertThat(page("/claims/speech/c01").select("a.cite__original").attr("href"))
			.isEqualTo("https://example.org/a#top");
	}

	@Test
	void placesAClaimWhoseWordsChangedALittleInTheCorrectedText() {
		this.archive.read(corpus().article(speech(SPEECH.replace("for Kyiv", "for Kiev"))));
		assertThat(page("/claims/speech/c01").select(".selector__json").text()).contains("/articles/speech/v2")
			.contains("disaster for Kiev")
			.contains("TextPositionSelector");
	}

	@Test
	void comparesNothingWhereThereIsOneVersion() {
		Document page = page("/articles/speech/diff");
		assertThat(page.select(".notice").text())
			.isEqualTo("The article has only one version, so there is nothing to compare.");
		assertThat(page.select("form.filter")).isEmpty();
		correct();
		assertThat(page("/articles/speech/diff?from=2&to=2").select(".notice").text())
			.startsWith("Version 2 is compared with itself, so nothing differs.");
		assertThat(page("/articles/speech/diff?to=1").select(".notice").text()).startsWith("Version 1 is compared");
	}

	@ParameterizedTest
	@CsvSource({ "from=3&to=1,3", "from=1&to=0,0", "from=x&to=2,x", "to=-1,-1", "from=01,01",
			"to=99999999999,99999999999", "from=%3Cscript%3E,<script>" })
	void saysThatThereIsNoSuchVersion(String query, String unknown) {
		correct();
		MockHttpServletResponse response = get("/articles/speech/diff?" + query);
		assertThat(response.getStatus()).isEqualTo(404);
		Document page = read(response);
		assertThat(page.select(".notice").text()).isEqualTo("There is no version “" + unknown
				+ "” of this article. It has the versions 1 to 2; choose two of them.");
		assertThat(page.select("#diff-to option").eachAttr("value")).isEqualTo(List.of("2", "1"));
	}

	@Test
	void followsAnArticleThatMovedOrIsWithdrawn() {
		this.archive.change("insert into old_slug select 'speach', id from article where slug = 'speech'");
		MockHttpServletResponse moved = get("/articles/speach/diff?from=1&to=2");
		assertThat(moved.getStatus()).isEqualTo(301);
		assertThat(moved.getHeader("Location")).isEqualTo("/articles/speech/diff?from=1&to=2");
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'speech'");
		assertThat(get("/articles/speech/diff").getStatus()).isEqualTo(410);
		assertThat(get("/articles/unknown/diff").getStatus()).isEqualTo(404);
	}

	private void correct() {
		this.archive.read(corpus().article(speech(SPEECH.replace("caps", "limits") + "\n\nA new paragraph.")));
	}

	private TestCorpus corpus() {
		return TestCorpus.in(this.folder)
			.article(speech(SPEECH))
			.coding("first-coding", "speech",
					TestClaim.of("c01", "The plan is a disaster for Kyiv")
						.with("kind", "descriptive")
						.with("stance", "neutral"),
					TestClaim.of("c02", "a disaster for Kyiv. It caps"),
					TestClaim.of("c03", "a disaster for all of us"))
			.coding("second-coding", "speech",
					TestClaim.of("s01", "The plan is a disaster for Kyiv")
						.with("stance", "mixed")
						.with("coding", "second"),
					TestClaim.of("s02", "a disaster for all of us").with("coding", "second"))
			.article(TestArticle.of("answer", "The plan is a blessing. It saves the whole army.")
				.title("An answer")
				.claims(TestClaim.of("c01", "The plan is a blessing").with("stance", "supports"),
						TestClaim.of("c02", "It saves the whole army").with("stance", "supports"),
						TestClaim.of("c03", "a blessing. It saves").with("stance", "supports")))
			.file("relations.yaml", """
					- {type: contradicts, from: answer/c01, to: speech/c01, reason: Bad or good.}
					- {type: contradicts, from: answer/c02, to: speech/c01, reason: Bad or good.}
					- {type: agrees, from: answer/c03, to: speech/c01, reason: It is a plan.}
					""");
	}

	private static TestArticle speech(String text) {
		return TestArticle.of("speech", text)
			.with("date",
					"{value: \"2025-12-01~\", within: \"[2025-11-30..2025-12-03]\", basis: inferred, evidence: guess}")
			.with("url", "{value: \"https://example.org/a#top\", basis: printed}")
			.claims(TestClaim.of("c01", "The plan is a disaster for Kyiv"),
					TestClaim.of("c02", "a disaster for Kyiv. It " + (text.contains("limits") ? "limits" : "caps"))
						.with("stance", "supports")
						.with("claimant", "bob-speaker")
						.with("via", "[the-council, author]")
						.with("uptake", "rejects"),
					TestClaim.of("c03", "a disaster for all of us"));
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private Document page(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return read(response);
	}

	private static Document read(MockHttpServletResponse response) {
		return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
