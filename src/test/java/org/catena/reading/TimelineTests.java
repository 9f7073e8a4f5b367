package org.catena.reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who said something first, and where somebody is named.
 */
@WholeApplicationTest
class TimelineTests {

	private static final String WORDS = "the size of the army will be limited to 600,000 men";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	TimelineTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeEach
	void holdThreeArticles() {
		this.archive.hold(TestCorpus.in(this.folder)
			.file("agents.yaml", """
					- {slug: ann-author, name: Ann Author, kind: person, variants: [Ash, "A.(B)+ [Ann]"]}
					- {slug: bob-speaker, name: Bob Speaker, kind: person, variants: [U.S., "%"]}
					- {slug: the-council, name: The Council, kind: body}
					""")
			.article(said("late", "2025-12-05", "He said that " + WORDS + ". Ash left Ashgabat, not ash.",
					"He said that " + WORDS, "opposes"))
			.article(said("early", "[2025-12-01..2025-12-04]", "In it " + WORDS + ", A.(B)+ [Ann] wrote to us.", WORDS,
					"supports"))
			.article(said("other", "2025-12-06", "Nothing of the kind was ever said by anybody in the U.S., or so.",
					"Nothing of the kind was ever said", "opposes")));
	}

	@Test
	void showsTheSameWordsInTheOrderOfTheirArticles() {
		Document page = page("/timeline");
		Element chain = page.select("section[aria-labelledby=repetitions-heading] .chain").first();
		assertThat(page.select("section[aria-labelledby=repetitions-heading] .chain")).hasSize(1);
		assertThat(chain.select(".chain__link blockquote a").eachAttr("href")).containsExactly("/claims/early/c01",
				"/claims/late/c01");
		assertThat(page.select("section[aria-labelledby=chains-heading] .chain")).isEmpty();
	}

	@Test
	void forgetsTheWordsOfAWithdrawnArticle() {
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'late'");
		assertThat(page("/timeline").select("section[aria-labelledby=repetitions-heading] .chain")).isEmpty();
	}

	@Test
	void showsAClaimantWithDifferentStancesInTheOrderOfTheArticles() {
		Document page = page("/timeline");
		assertThat(page.select("section[aria-labelledby=turns-heading] h3").eachText())
			.containsExactly("Bob Speaker on 1. The army");
		assertThat(page.select("section[aria-labelledby=turns-heading] .stance").eachText()).containsExactly("supports",
				"opposes", "opposes");
	}

	@Test
	void drawsAnUncertainDayAsARange() {
		Document page = page("/timeline");
		assertThat(page.select(".timeline-bar--range")).hasSize(1);
		assertThat(page.select("a:has(.timeline-bar--range)").attr("href")).isEqualTo("/articles/early");
		int day = Integer.parseInt(page.select("a[href=/articles/late] .timeline-bar").attr("width"));
		assertThat(Integer.parseInt(page.select(".timeline-bar--range").attr("width"))).isBetween(4 * day - 4,
				4 * day + 4);
	}

	@Test
	void findsNamesAsWholeWordsAndAsTheyAreWritten() {
		assertThat(page("/agents/ann-author").select(".mentions > li > a").eachAttr("href"))
			.containsExactlyInAnyOrder("/articles/late", "/articles/early");
		assertThat(page("/agents/ann-author").select(".mentions > li .kicker").eachText())
			.allMatch((words) -> words.endsWith("once"));
		assertThat(page("/agents/ann-author").select(".mentions mark").eachText()).containsExactlyInAnyOrder("Ash",
				"A.(B)+ [Ann]");
		assertThat(page("/agents/bob-speaker").select(".mentions > li > a").eachAttr("href"))
			.containsExactly("/articles/other");
		assertThat(page("/agents/the-council").select(".mentions")).isEmpty();
		assertThat(page("/agents/the-council").text()).contains("no article names it");
	}

	@Test
	void hasPagesForAnEmptyArchive() {
		this.archive.empty();
		for (String address : new String[] { "/pictures", "/pictures?network=claimants", "/about/balance", "/sources",
				"/agents", "/timeline", "/contradictions", "/about/coverage", "/compare", "/" }) {
			assertThat(page(address).select("h1")).as(address).hasSize(1);
		}
	}

	private static TestArticle said(String slug, String date, String text, String exact, String stance) {
		return TestArticle.of(slug, text)
			.with("date", "{value: \"" + date + "\", basis: printed}")
			.claims(TestClaim.of("c01", exact)
				.with("points", "[{number: 1, bearing: about}]")
				.with("claimant", "bob-speaker")
				.with("via", "[author]")
				.with("uptake", "reports")
				.with("target", "point")
				.with("stance", stance));
	}

	private Document page(String address) {
		var response = this.site.get().uri(java.net.URI.create(address)).exchange().getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
