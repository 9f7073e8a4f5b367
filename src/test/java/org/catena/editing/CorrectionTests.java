package org.catena.editing;

import java.util.List;

import org.catena.article.WithdrawArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A published text is corrected: what becomes of its claims is said before, kept after,
 * and decided by editors where it is in doubt.
 */
@EditingTest
class CorrectionTests {

	private static final String FIRST = "The plan recieved little praise in Zürich 😀 and less in Kyiv";

	private static final String SECOND = "A cap on the army would invite the next attack";

	private static final String THIRD = "Nobody believes that amnesty will bring peace to the east";

	private static final String TEXT = """
			It was a cold day wen the envoys came to the lake and spoke to nobody for hours. %s, said the mayor at noon.

			Later he became more exact about what he meant by that and spoke for an hour. %s, he told the council.

			## At night

			The council went home late, and few of them had changed their minds. %s, wrote the paper the next day."""
		.formatted(FIRST, SECOND, THIRD);

	private static final String CORRECTED = TEXT.replace("wen the", "when the").replace("recieved", "received");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WithdrawArticle withdrawArticle;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void saysBeforeWhatBecomesOfEachClaimAndDoesIt() {
		String slug = published("2023-01-01");
		Browser.Page report = correct(slug, CORRECTED);
		assertThat(report.html().select(".diff ins").eachText()).contains("when", "received");
		assertThat(report.html().select(".tally td:nth-child(2)").eachText()).containsExactly("0", "2", "1", "0");
		assertThat(report.html().select(".followed__claim").text()).contains(slug + "/c01", "96 % like");
		assertThat(version(slug)).as("nothing is published yet").isEqualTo(1);

		Browser.Page page = report.form("form.correction").set("reason", "Two  misprints").press("publish");
		assertThat(page.path()).isEqualTo("/articles/" + slug);
		assertThat(claims(slug)).containsExactly("c01 fuzzy 0.96 v1 on 2", "c02 moved null v1 on 2",
				"c03 moved null v1 on 2");
		assertThat(words(slug + "/c01")).isEqualTo(FIRST.replace("recieved", "received"));
		assertThat(this.jdbc.sql("""
				select v.reason || ' ' || created_by from article_version v join article a on a.id = article_id
				where slug = :slug and number = 2""").param("slug", slug).query(String.class).single())
			.isEqualTo("Two misprints editor");

		Browser.Page claim = this.browser.get("/claims/" + slug + "/c01");
		assertThat(claim.html().select(".reworded del").text()).isEqualTo("recieved");
		assertThat(claim.html().select(".reworded ins").text()).isEqualTo("received");
		assertThat(claim.html().select(".reworded a").attr("href")).isEqualTo("/articles/" + slug + "/v1");
		assertThat(claim.html().select(".changes__item").eachText()).hasSize(2)
			.first()
			.asString()
			.contains("editor", "Two misprints", "exact → fuzzy");
		assertThat(this.browser.get("/articles/" + slug + "/history").text()).contains("Two misprints", slug + "/c01",
				"version 2");
	}

	@Test
	void asksWhyAndKeepsWhatWasTicked() {
		String slug = published("2023-01-02");
		Browser.Page page = correct(slug, CORRECTED).form("form.correction")
			.set("doubted-0", "yes")
			.set("reason", " ")
			.press("publish");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("Say why the article is changed");
		assertThat(page.html().select("input[name=doubted][checked]")).hasSize(1);
		assertThat(version(slug)).isEqualTo(1);
	}

	@Test
	void letsAnEditorDecideWhatIsInDoubt() {
		String slug = published("2023-01-03");
		Browser.Page page = correct(slug, CORRECTED).form("form.correction")
			.set("doubted-0", "yes")
			.set("reason", "Misprints")
			.press("publish");
		assertThat(page.path()).isEqualTo("/admin/orphans");
		assertThat(claims(slug)).contains("c01 orphan null v1 on 2");
		assertThat(this.browser.get("/claims/" + slug + "/c01").text())
			.contains("The quote is not in the current version", FIRST);
		page = this.browser.get("/admin/orphans/" + slug + "/c01");
		assertThat(page.text()).contains(FIRST, "96 % like the quote");
		page = page.form("form:has([name=place])").press(null, "");
		assertThat(page.text()).contains("has its place again");
		assertThat(claims(slug)).contains("c01 fuzzy 0.96 v1 on 2");
	}

	@Test
	void neverDecidesAboutADenialANumberOrWordsThatAreGone() {
		String slug = published("2023-01-04");
		Browser.Page report = correct(slug,
				TEXT.replace("would invite", "would not invite").replace(THIRD, "So be it"));
		assertThat(report.html().select(".followed__claim .problem-word").eachText())
			.containsExactly("A number or a denial is not the same", "Nothing in the text is like the quote");
		report.form("form.correction").set("reason", "As he said it").press("publish");
		assertThat(claims(slug)).containsExactly("c01 exact null v1 on 2", "c02 orphan null v1 on 2",
				"c03 orphan null v1 on 2");
	}

	@Test
	void givesAnOrphanAnotherQuoteOrWithdrawsIt() {
		String slug = published("2023-01-05");
		correct(slug, TEXT.replace(SECOND, "An army needs no cap at all").replace(THIRD, "So be it, all of it"))
			.form("form.correction")
			.set("reason", "As he said it")
			.press("publish");
		Browser.Page page = this.browser.get("/admin/orphans/" + slug + "/c02");
		page = page.form(".orphan-form")
			.set("exact", "Words that stand nowhere at all")
			.set("reason", "x")
			.press("quote");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("The quote is not in the text");
		assertThat(page.form(".orphan-form").value("exact")).isEqualTo("Words that stand nowhere at all");
		page = page.form(".orphan-form")
			.set("exact", "An army needs no cap at all")
			.set("reason", "He said so")
			.press("quote");
		assertThat(page.path()).isEqualTo("/admin/orphans");
		assertThat(claims(slug)).contains("c02 exact null v2 on 2");

		page = this.browser.get("/admin/orphans/" + slug + "/c03").form(".orphan-form").press("withdraw");
		assertThat(page.text()).contains("Say why");
		page = page.form(".orphan-form").set("reason", "The paper took it back.").press("withdraw");
		assertThat(page.text()).contains("is withdrawn");
		Browser.Page gone = this.browser.get("/claims/" + slug + "/c03");
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.text()).contains("The paper took it back.");
	}

	@Test
	void doesNothingWhenSomebodyElseDecidedMeanwhile() {
		String slug = published("2023-01-06");
		correct(slug, TEXT.replace("would invite", "would not invite")).form("form.correction")
			.set("reason", "As he said it")
			.press("publish");
		Browser.Page mine = this.browser.get("/admin/orphans/" + slug + "/c02");
		this.browser.get("/admin/orphans/" + slug + "/c02").form("form:has([name=place])").press(null, "");
		Browser.Page page = mine.form(".orphan-form").set("reason", "Mine").press("withdraw");
		assertThat(page.path()).isEqualTo("/admin/claims/" + slug + "/c02");
		assertThat(page.text()).contains("Nothing was done, because somebody else changed the claim");
		assertThat(claims(slug)).contains("c02 fuzzy 0.92 v1 on 2");
	}

	@Test
	void asksWhyWhatIsSaidOfATextIsChanged() {
		String slug = published("2023-01-09");
		Browser.Page page = this.browser.get("/admin/articles/" + slug + "/edit")
			.article()
			.set("title", "By the lake")
			.set("url", "https://example.org/lake")
			.set("url-basis", "public_page")
			.press("publish");
		assertThat(page.path()).endsWith("/correction");
		assertThat(page.html().select(".changes__lines dt").eachText()).containsExactly("Title", "Web address",
				"Web address basis");
		assertThat(page.html().select(".changes__lines del").text()).isEqualTo("At");
		assertThat(page.html().select(".changes__lines ins").eachText()).contains("By", "https://example.org/lake");
		assertThat(page.html().select("#words-heading, #claims-heading")).isEmpty();
		Browser.Page refused = page.form("form.correction").press("publish");
		assertThat(refused.errors()).containsExactly("Say why the article is changed: readers see it in the history.");
		assertThat(refused.because("It is printed so").path()).isEqualTo("/articles/" + slug);
		assertThat(version(slug)).isEqualTo(1);
		assertThat(this.browser.get("/articles/" + slug + "/history").html().select(".changes__item").first().text())
			.contains("It is printed so", "https://example.org/lake");
	}

	@Test
	void isThereAgainAfterALogInInBetween() {
		String slug = published("2023-01-10");
		Browser.Form form = correct(slug, CORRECTED).form("form.correction")
			.set("doubted-0", "yes")
			.set("reason", "Two <misprints>");
		this.browser.loseSession();
		Browser.Page page = form.press("publish")
			.form("main form")
			.set("username", FirstAccount.NAME)
			.set("password", Browser.PASSWORD)
			.press(null, "");
		assertThat(page.path()).endsWith("/correction/kept");
		assertThat(page.form("form.correction").value("reason")).isEqualTo("Two <misprints>");
		assertThat(page.html().select("input[name=doubted][checked]")).hasSize(1);
		assertThat(version(slug)).as("nothing is published yet").isEqualTo(1);
		assertThat(page.form("form.correction").press("publish").path()).isEqualTo("/admin/orphans");
	}

	@Test
	void looksAgainWhenTheDraftWasSavedMeanwhile() {
		String slug = published("2023-01-07");
		Browser.Page report = correct(slug, CORRECTED);
		String draft = report.path().replace("/correction", "");
		this.browser.get(draft).article().set("title", "Another title").press("save");
		Browser.Page page = report.form("form.correction").set("reason", "Misprints").press("publish");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("saved from another window");
		page = page.form("form.correction").press("publish");
		assertThat(page.path()).isEqualTo("/articles/" + slug);
	}

	@Test
	void isNotPublishedWhileTheArticleIsWithdrawn() {
		String slug = published("2023-01-09");
		Browser.Page report = correct(slug, CORRECTED);
		String draft = report.path().replace("/correction", "");
		this.withdrawArticle.withdraw(slug, "By mistake.");
		Browser.Page page = this.browser.get(draft).article().press("publish");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).singleElement().asString().contains("The article is withdrawn");
		page = report.form("form.correction").set("reason", "Two misprints").press("publish");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("The article is withdrawn");
		assertThat(version(slug)).isEqualTo(1);
		this.withdrawArticle.restore(slug);
		page = this.browser.get(draft).article().press("publish");
		assertThat(page.path()).as("readers are told what is changed, and why").isEqualTo(draft + "/correction");
		assertThat(version(slug)).isEqualTo(1);
	}

	@Test
	void survivesHostilePlaces() {
		String slug = published("2023-01-08");
		correct(slug, TEXT.replace(THIRD, "So be it")).form("form.correction").set("reason", "Gone").press("publish");
		for (String place : List.of("0-9999999", "5-5", "9-3", "x", "<script>")) {
			Browser.Page page = this.browser.get("/admin/orphans/" + slug + "/c03")
				.form(".orphan-form")
				.forge("place", place)
				.press(null, "");
			assertThat(page.status()).as(place).isIn(409, 422);
		}
		assertThat(claims(slug)).contains("c03 orphan null v1 on 2");
	}

	/** Publishes the text with its three claims; returns the slug. */
	private String published(String date) {
		Browser.Form form = this.browser.get("/admin/articles/new")
			.article()
			.set("title", "At the lake")
			.set("title-basis", "printed")
			.set("text", TEXT)
			.set("source", "prio")
			.set("source-basis", "printed")
			.set("authors-0-name", "Baev")
			.set("authors-basis", "printed")
			.set("date", date)
			.set("date-basis", "printed")
			.set("language-basis", "printed");
		List<String> quotes = List.of(FIRST, SECOND, THIRD);
		for (int i = 0; i < quotes.size(); i++) {
			String id = "claims-" + i + "-";
			form = form.press("add-claim")
				.article()
				.set(id + "exact", quotes.get(i))
				.set(id + "paraphrase", "Claim number " + i + ".")
				.set(id + "kind", "evaluative")
				.set(id + "stance", "opposes")
				.set(id + "target", "plan")
				.set(id + "aspect", "acceptability")
				.set(id + "confidence", "0.8");
		}
		Browser.Page page = form.press("publish");
		assertThat(page.errors()).isEmpty();
		return page.path().substring("/articles/".length());
	}

	private Browser.Page correct(String slug, String text) {
		Browser.Page page = this.browser.get("/admin/articles/" + slug + "/edit")
			.article()
			.set("text", text)
			.press("publish");
		assertThat(page.path()).endsWith("/correction");
		return page;
	}

	private int version(String slug) {
		return this.jdbc.sql("select version from article where slug = :slug")
			.param("slug", slug)
			.query(Integer.class)
			.single();
	}

	private List<String> claims(String slug) {
		return this.jdbc.sql("""
				select concat_ws(' ', split_part(key, '/', 2), anchoring, coalesce(anchoring_score::text, 'null'),
				  'v' || made_on_version, 'on', placed_on_version)
				from claim where key like :slug || '/%' order by key""").param("slug", slug).query(String.class).list();
	}

	private String words(String key) {
		return this.jdbc.sql("""
				select substring(v.text from span_start + 1 for span_end - span_start) from claim
				join article_version v on v.article_id = claim.article_id and v.number = placed_on_version
				where key = :key""").param("key", key).query(String.class).single();
	}

}
