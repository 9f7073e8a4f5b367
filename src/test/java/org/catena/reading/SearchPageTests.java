package org.catena.reading;

import java.io.IOException;
import java.util.List;

import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class SearchPageTests {

	private static final List<String> PARAMETERS = List.of("source", "author", "year", "month", "plan", "point",
			"theme", "stance", "claimant", "kind", "target", "aspect", "language", "in", "view", "sort", "from", "to",
			"page", "variants", "by", "of", "matter", "type", "within", "network", "left", "right", "columns");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@Test
	void showsArticlesWithWhatWasFound() {
		Document page = get("q", "dmitriev");
		assertThat(page.select("#found").text()).isEqualTo("3 articles that contain “dmitriev”.");
		assertThat(page.select(".search__note").text()).contains("dmitriev also as Dimitriev");
		assertThat(page.select(".hit")).hasSize(3);
		assertThat(page.select(".hit mark").eachText()).contains("Dimitriev", "Dmitriev’s");
		assertThat(page.select(".hit a[href=/articles/baev-2025-12-09?q=dmitriev]")).hasSize(1);
		assertThat(page.select("input[name=q]").eachAttr("value")).contains("dmitriev");
	}

	@Test
	void saysThatAnAuthorIsNotStated() {
		assertThat(get("author", "not_stated").select(".hit .meta").eachText()).hasSize(2)
			.allMatch(
					(meta) -> meta.contains("Author not stated") && meta.contains("about") && meta.contains("claims"));
	}

	@Test
	void showsClaims() {
		Document page = get("q", "lavrov", "in", "claims");
		assertThat(page.select(".hit h3 a").eachAttr("href")).isNotEmpty()
			.allMatch((address) -> address.startsWith("/claims/"));
		assertThat(page.select(".hit .stance")).isNotEmpty();
		assertThat(page.select(".search-tabs [aria-current]").text()).startsWith("Claims");
	}

	@Test
	void hasEveryChoiceInTheAddressAndRemovesItSingly() {
		Document page = get("q", "nato & <b>", "point", "7", "stance", "opposes", "stance", "mixed", "from", "2025-12");
		assertThat(page.select(".choices a").eachAttr("href")).hasSize(4)
			.allMatch((address) -> address.contains("q=nato+%26+%3Cb%3E"))
			.anyMatch((address) -> !address.contains("point=") && address.contains("stance=opposes&stance=mixed")
					&& address.contains("from=2025-12-01"))
			.anyMatch((address) -> address.contains("point=28-point-plan%2F7") && !address.contains("stance=opposes")
					&& address.contains("stance=mixed"));
	}

	@Test
	void linksOtherPages() {
		Document page = get("q", "plan", "in", "claims", "page", "2");
		assertThat(page.select(".pages [aria-current=page]").text()).isEqualTo("Page 2");
		assertThat(page.select(".pages a[rel=prev]").attr("href")).isEqualTo("/search?q=plan&in=claims");
		assertThat(page.select(".pages a[rel=next]").attr("href")).isEqualTo("/search?q=plan&in=claims&page=3");
	}

	@Test
	void saysWhatToTryWhereNothingIsFound() {
		Document page = get("q", "xyzzy \"nato\"", "source", "prio");
		assertThat(page.select("#found").text()).startsWith("No articles");
		assertThat(page.select(".search__empty li").first().text())
			.isEqualTo("“xyzzy” finds nothing by itself. Without “xyzzy”: 1 hit");
		assertThat(page.select(".search__empty a").eachAttr("href")).contains("/search?q=%22nato%22&source=prio",
				"/search");
	}

	@Test
	void partsWhatHasAllWordsFromWhatHasSomeByALine() {
		Document page = get("q", "lavrov mediation");
		assertThat(page.select("#found").text()).isEqualTo("1 article that contains “lavrov” and “mediation”.");
		assertThat(page.select(".search__following").text()).endsWith("some of the words, not all.");
		assertThat(page.select(".hit, .search__following").eachAttr("class")).startsWith("hit", "search__following",
				"hit");
	}

	@Test
	void switchesOtherSpellingsOff() {
		Document page = get("q", "dmitriev");
		String off = page.select(".search__note a").attr("href");
		assertThat(off).isEqualTo("/search?q=dmitriev&variants=off");
		Document typed = read(off);
		assertThat(typed.select(".hit").size()).isLessThan(page.select(".hit").size());
		assertThat(typed.select(".search__note").text()).contains("Not searched for dmitriev as Dimitriev");
		assertThat(typed.select(".search__note a").attr("href")).isEqualTo("/search?q=dmitriev");
		assertThat(typed.select(".search-tabs a").eachAttr("href"))
			.allMatch((address) -> address.contains("variants=off"));
	}

	@Test
	void asksWhatIsMeant() {
		Document page = get("q", "mediaton quality");
		assertThat(page.select(".search__instead a").attr("href")).isEqualTo("/search?q=mediation+quality");
		assertThat(page.select(".search__instead").text()).isEqualTo("Did you mean mediation quality? 1 hit");
	}

	@Test
	void drawsWhenTheHitsAppearedAsLinksAndAsATable() {
		Document page = get("q", "nato");
		assertThat(page.select(".histogram__bar")).isNotEmpty();
		assertThat(page.select(".histogram tbody tr").size()).isEqualTo(page.select(".histogram__bar").size());
		page.select(".histogram__bar").forEach((bar) -> {
			String label = bar.attr("aria-label");
			Document month = read(bar.attr("href"));
			assertThat(month.select(".hit")).hasSize(Integer.parseInt(label.replaceFirst(".*: ", "")));
			assertThat(month.select(".choices a").text()).contains("Month: " + label.replaceFirst(":.*", ""));
		});
	}

	@Test
	void runsEveryExampleOfTheHelp() {
		List<String> examples = read("/about/search").select("main a[href^=/search]").eachAttr("href");
		assertThat(examples).hasSizeGreaterThan(35).allSatisfy((address) -> {
			Document page = read(address);
			assertThat(page.select(".hit")).isNotEmpty();
			assertThat(page.select("#found").text()).doesNotStartWith("No ");
			assertThat(page.select(".search__messages")).isEmpty();
		});
	}

	@Test
	void staysSmall() {
		for (String address : List.of("/search", "/search?in=claims", "/search?in=claims&q=plan&page=2",
				"/search?q=" + "plan+territory+".repeat(60))) {
			assertThat(read(address).outerHtml().length()).as(address).isLessThan(100_000);
		}
	}

	@Test
	void suggestsWordsAgentsSourcesAndPoints() throws IOException {
		assertThat(suggest("medi").toString()).contains("mediation");
		JsonNode witkoff = suggest("the witk");
		assertThat(witkoff.get(0).asString()).isEqualTo("the witk");
		assertThat(witkoff.get(1).get(0).asString()).isEqualTo("the witkoff");
		assertThat(witkoff.get(3).get(0).asString()).endsWith("/search?q=the%20witkoff");
		assertThat(suggest("dimitr").toString()).contains("Kirill Dmitriev", "/agents/kirill-dmitriev");
		assertThat(suggest("kyiv p").toString()).contains("/sources/kyiv-post");
		assertThat(suggest("nato").toString()).contains("/plans/28-point-plan/points/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "%", "_____", "\\", "<script>", "\uD83D", "😀", "((((" })
	void suggestsWhateverIsTyped(String typed) throws IOException {
		assertThat(suggest(typed).size()).isEqualTo(4);
		assertThat(suggest(typed + "x".repeat(5_000)).get(1).size()).isZero();
	}

	private JsonNode suggest(String typed) throws IOException {
		MvcTestResult result = this.mvc.get().uri("/suggest").param("q", typed).exchange();
		assertThat(result).hasStatusOk().hasContentTypeCompatibleWith("application/x-suggestions+json");
		return new JsonMapper().readTree(result.getResponse().getContentAsByteArray());
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=0", "page=abc", "page=99999999999", "page=2", "from=nonsense",
			"to=2025-13-45", "from=2025-12-31&to=2025-01-01", "source=nowhere", "author=<script>", "point=0",
			"point=99", "stance=angry", "kind=x", "claimant=nobody", "sort=x", "in=x", "q=*", "q=(((", "q=a%20OR",
			"variants=x", "year=x", "month=2025-13", "theme=x", "target=x", "aspect=x", "plan=x", "language=<",
			"q=foo:bar", "q=stance:angry", "q=point:99", "q=\"unclosed", "q=-nato" })
	void givesAMessage(String query) {
		Document page = read("/search?" + query.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"));
		assertThat(page.select(".search__messages li")).as(query).isNotEmpty();
	}

	@Test
	void refusesAnEndlessQuery() {
		Document page = get("q", "x".repeat(10_000));
		assertThat(page.select(".search__messages").text()).contains("10,000 characters");
		assertThat(page.select(".hit")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "😀", "<script>alert(1)</script>", "%00", "\u0000", "\\", "/[a-z]/", "a:b",
			"title:[* TO *]", "~~~", "^", "a~9999", "point:", "point:()", "title:(((", "point:point:point:",
			"-in:claim", "year:9999-99-99", "date:..", "\"a\"~99999999999", "NEAR/99999999999", "author:%", "source:\"",
			"zelensky~2 zelensky~2 zelensky~2 zelensky~2", "\uD83D", "‮abc", "${7*7}", "'; drop table article; --" })
	void survives(String typed) {
		Document page = get("q", typed);
		assertThat(page.select("main script")).isEmpty();
		assertThat(page.select("h1").text()).isEqualTo("Search");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>${7*7}</script>'\\😀\uD83D%_[", "/", "28-point-plan/", "99999999999999999999" })
	void survivesInAnyParameter(String value) {
		for (String parameter : PARAMETERS) {
			assertThat(this.mvc.get().uri("/search").param("q", "plan").param(parameter, value)).as(parameter)
				.hasStatusOk();
		}
		for (String address : List.of("/search.csv", "/search.jsonl", "/search.atom", "/search.bib", "/frequencies",
				"/frequencies.csv", "/claims", "/contradictions", "/pictures", "/timeline", "/compare", "/matrix",
				"/matrix.csv")) {
			var request = this.mvc.get().uri(address).param("q", "plan");
			for (String parameter : PARAMETERS) {
				request = request.param(parameter, value);
			}
			assertThat(request.exchange().getResponse().getStatus()).as(address)
				.isIn(200, address.matches("/(compare|matrix).*") ? 404 : 200);
		}
	}

	@Test
	void saysTheBeginningOfWhatItDoesNotKnowInWholeCharacters() {
		String name = "x".repeat(59) + "😀b";
		assertThat(get("author", name).select(".search__messages").text()).contains("x😀…");
		assertThat(get("sort", name).select(".search__messages").text()).contains("x😀…");
		assertThat(get("q", "author:" + name).select(".search__messages, .search__note").text())
			.doesNotContain("\uFFFD")
			.doesNotContain("?");
		assertThat(get("q", name).title()).contains("x😀…");
	}

	private Document get(String... parameters) {
		var request = this.mvc.get().uri("/search");
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return parse(request.exchange());
	}

	private Document read(String address) {
		return parse(this.mvc.get().uri(java.net.URI.create(address)).exchange());
	}

	private static Document parse(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
