package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.catena.article.ArticleText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class PublishingTests {

	private static final String TEXT = """
			The Europeans will not accept “a cap” on the army 😀, said the minister in Zu\u0308rich.\r
			\r
			## What follows\r
			\r
			<script>alert(1)</script> is a text like any other. He said it again and again. He said it again and again.""";

	private static final String QUOTE = "The Europeans will not accept “a cap” on the army 😀, said the minister in Zürich.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void makesAnArticleWithItsClaims() {
		Browser.Page page = claim(article("makes").press("add-claim"), 0, QUOTE).set("claims-0-about", "6, 10d")
			.set("claims-0-touches", "12")
			.set("date", "2026-02-01")
			.press("publish");
		assertThat(page.errors()).isEmpty();
		assertThat(page.path()).isEqualTo("/articles/baev-2026-02-01");
		assertThat(this.jdbc.sql("""
				select article.title, article.origin, source.slug, claim.coding, claim.codebook, claim.key,
				  claim.exact, claim.standing, claim.anchoring, claim.span_start, article.created_at is not null
				from article join source on source.id = source_id join claim on claim.article_id = article.id
				where article.slug = 'baev-2026-02-01'""").query().singleRow().values()).containsExactly("makes",
				"editor", "prio", "editor", "1.0", "baev-2026-02-01/c01", QUOTE, "shown", "exact", 0, true);
		assertThat(this.jdbc.sql("""
				select point.number || coalesce(letter, '') || ' ' || bearing from claim_point
				join point on point.id = point_id join claim on claim.id = claim_id
				where claim.key = 'baev-2026-02-01/c01' order by position""").query(String.class).list())
			.containsExactly("6 about", "10d about", "12 touches");
		assertThat(this.jdbc
			.sql("select number || ' ' || created_by from article_version join article on "
					+ "article.id = article_id where slug = 'baev-2026-02-01'")
			.query(String.class)
			.list()).containsExactly("1 editor");
	}

	@Test
	void recordsNewSourcesAuthorsAndAgents() {
		Browser.Form form = article("records new names").set("source", "")
			.set("source-name", "Häuser & Zeiten")
			.set("source-website", "https://example.org")
			.set("source-country", "Austria")
			.set("source-country-basis", "public_page")
			.set("authors-0-name", "Zoë O’Brien")
			.set("authors-0-kind", "person")
			.press("add-agent")
			.article()
			.set("agents-0-name", "Minister of Nowhere")
			.set("agents-0-kind", "group");
		Browser.Page page = claim(form.press("add-claim"), 0, QUOTE).set("claims-0-claimant", "minister of nowhere")
			.set("claims-0-via", "author; Donald Trump")
			.set("claims-0-uptake", "reports")
			.set("claims-0-target-agent", "Witcoff")
			.press("publish");
		assertThat(page.errors()).isEmpty();
		assertThat(page.path()).isEqualTo("/articles/obrien-2026-01-05");
		assertThat(this.jdbc
			.sql("""
					select source.slug, source.country, claimant.slug as claimant, claimant.kind, target.slug as target from claim
					join agent claimant on claimant.id = claimant_id join agent target on target.id = target_agent_id
					join article on article.id = article_id join source on source.id = source_id
					where key = 'obrien-2026-01-05/c01'""")
			.query()
			.singleRow()
			.values()).containsExactly("hauser-zeiten", "Austria", "minister-of-nowhere", "group", "steve-witkoff");
	}

	@Test
	void refusesAQuoteThatIsNotInTheTextAndPublishesNothing() {
		long before = rows();
		Browser.Form form = article("refuses a quote").set("source", "").set("source-name", "Never Recorded");
		Browser.Page page = claim(form.press("add-claim"), 0, "These words stand nowhere in the text.")
			.press("publish");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors())
			.containsExactly("Claim 1: The quote is not in the text. Copy it from the text, character for character.");
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void refusesAQuoteThatStandsTwiceUntilItsSurroundingsSayWhich() {
		Browser.Form form = claim(article("refuses twice").press("add-claim"), 0, "He said it again and again.");
		Browser.Page page = form.press("publish");
		assertThat(page.errors()).singleElement()
			.asString()
			.startsWith("Claim 1: The quote stands in the text 2 times");
		page = page.article().set("claims-0-prefix", "and again. ").press("publish");
		assertThat(page.path()).startsWith("/articles/baev-2026-01-05");
	}

	@Test
	void keepsEverythingThatWasTypedWhenSomethingIsWrong() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().press("add-claim");
		Browser.Form form = page.article()
			.set("title", "<b>\"half\" & wrong</b>")
			.set("text", TEXT)
			.set("date", "last week")
			.set("date-basis", "inferred")
			.set("language", "?")
			.set("url", "javascript:alert(1)")
			.set("authors-0-name", "Nobody At All")
			.set("source-website", "nowhere")
			.set("claims-0-exact", "\n  מילים — words  ")
			.set("claims-0-about", "7, x")
			.set("claims-0-claimant", "Somebody Else")
			.set("claims-0-confidence", "very")
			.set("claims-0-note", "a\nb");
		page = form.press("publish");
		assertThat(page.status()).isEqualTo(422);
		Browser.Form kept = page.article();
		for (String id : List.of("title", "date", "date-basis", "language", "url", "authors-0-name", "source-website",
				"claims-0-about", "claims-0-claimant", "claims-0-confidence", "claims-0-note", "claims-0-exact")) {
			assertThat(kept.value(id)).as(id).isEqualTo(form.value(id));
		}
		assertThat(kept.value("text").replace("\r\n", "\n")).isEqualTo(TEXT.replace("\r\n", "\n"));
		assertThat(page.html().select("b, script:not([type=module][src^=/js/])")).isEmpty();
		Browser.Form saved = this.browser.get(page.article().action()).article();
		assertThat(saved.value("title")).isEqualTo(form.value("title"));
		assertThat(saved.value("claims-0-exact")).isEqualTo(form.value("claims-0-exact"));
	}

	@Test
	void leadsFromEveryErrorToItsField() {
		Browser.Page page = this.browser.get("/admin/articles/new")
			.article()
			.set("title-evidence", "without a basis")
			.set("derived-title", "without a basis")
			.set("date-within", "2025")
			.press("add-claim")
			.article()
			.press("add-agent")
			.article()
			.set("agents-0-about", "nameless")
			.set("claims-0-confidence", "2")
			.press("publish");
		assertThat(page.errors()).hasSizeGreaterThan(12);
		assertThat(page.html().selectFirst(".error-summary h2").text()).isEqualTo("There is a problem");
		assertThat(page.html().selectFirst(".error-summary").hasAttr("autofocus")).isTrue();
		assertThat(page.html().title()).startsWith("Error: ");
		page.html().select(".error-summary li a").forEach((link) -> {
			String id = link.attr("href").substring(1);
			var field = page.html().getElementById(id);
			assertThat(field).as(id).isNotNull();
			assertThat(field.attr("aria-invalid")).as(id).isEqualTo("true");
			assertThat(field.attr("aria-describedby")).as(id).contains(id + "-error");
			assertThat(page.html().getElementById(id + "-error")).as(id).isNotNull();
			assertThat(page.html().select("label[for=" + id + "], label:has(#" + id + ")")).as(id).isNotEmpty();
		});
		assertThat(page.html().select("[aria-describedby]"))
			.allSatisfy((field) -> assertThat(List.of(field.attr("aria-describedby").split(" ")))
				.allSatisfy((id) -> assertThat(page.html().getElementById(id)).as(id).isNotNull()));
		assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ash-2025-11-24", "topgab-2025-12-03", "pomeroy-2025-12-04", "rising-nepal-2025-12-04",
			"baev-2025-12-09" })
	void changesNoRowWhenNothingWasEdited(String slug) {
		String before = state(slug);
		Browser.Page page = this.browser.get("/admin/articles/" + slug + "/edit").article().press("publish");
		assertThat(page.errors()).isEmpty();
		assertThat(page.path()).isEqualTo("/articles/" + slug);
		assertThat(state(slug)).isEqualTo(before);
	}

	@Test
	void makesASecondVersionAndKeepsTheClaims() {
		Browser.Form form = claim(article("makes a second version").press("add-claim"), 0, QUOTE);
		String slug = published(claim(form.press("add-claim"), 1, "is a text like any other").press("publish"));
		form = this.browser.get("/admin/articles/" + slug + "/edit").article();
		String corrected = new ArticleText("A word before. " + TEXT.replace("like any other", "like no other")).value();
		String twice = "He said it again and again. He said it again and again.";
		int start = corrected.codePointCount(0, corrected.indexOf(twice));
		Browser.Page page = claim(form.set("text", corrected).press("add-claim"), 0, twice).press("preview");
		assertThat(page.html().select("a[href$=/correction]")).hasSize(1);
		page = this.browser.get(page.path().replace("/preview", "")).article().press("publish");
		assertThat(page.path()).endsWith("/correction");
		page = page.form("form.correction").set("reason", "A better text").press("publish");
		assertThat(page.path()).as("where claims wait").isEqualTo("/admin/orphans");
		assertThat(page.text()).contains(slug + "/c02").doesNotContain(slug + "/c01");
		assertThat(this.jdbc.sql("select article.version from article where slug = :slug")
			.param("slug", slug)
			.query(Integer.class)
			.single()).isEqualTo(2);
		assertThat(this.jdbc.sql("""
				select key || ' ' || anchoring || ' ' || coalesce(span_start::text, '-') from claim
				join article on article.id = article_id where slug = :slug order by key""")
			.param("slug", slug)
			.query(String.class)
			.list()).containsExactly(slug + "/c01 moved 15", slug + "/c02 orphan -", slug + "/c03 exact " + start);
	}

	@Test
	void neverUsesTheIdOfAWithdrawnClaimAgain() {
		String slug = published(claim(article("ids").press("add-claim"), 0, QUOTE).press("publish"));
		this.jdbc.sql("update claim set standing = 'withdrawn', withdrawn_reason = 'A test.' where key = :key")
			.param("key", slug + "/c01")
			.update();
		Browser.Form form = this.browser.get("/admin/articles/" + slug + "/edit").article();
		assertThat(published(claim(form.press("add-claim"), 0, QUOTE).press("publish"))).isEqualTo(slug);
		assertThat(this.jdbc
			.sql("select key from claim join article on article.id = article_id where slug = :slug order by key")
			.param("slug", slug)
			.query(String.class)
			.list()).containsExactly(slug + "/c01", slug + "/c02");
	}

	@Test
	void saysSoWhenSomebodyElseChangedTheArticle() {
		String slug = published(article("changed by others").press("publish"));
		Browser.Form mine = this.browser.get("/admin/articles/" + slug + "/edit").article();
		published(this.browser.get("/admin/articles/" + slug + "/edit")
			.article()
			.set("title", "theirs")
			.press("publish")
			.because("Theirs"));
		Browser.Page page = mine.set("title", "mine").press("publish");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("changed by somebody else");
		assertThat(page.article().value("title")).isEqualTo("mine");
		published(page.article().press("publish").because("Mine"));
		assertThat(title(slug)).isEqualTo("mine");
	}

	@Test
	void happensOnceWhenTheButtonIsPressedTwice() {
		Browser.Page page = article("pressed twice").press("save");
		String slug = published(page.article().press("publish"));
		assertThat(published(page.article().press("publish"))).isEqualTo(slug);
		assertThat(
				this.jdbc.sql("select count(*) from article where title = 'pressed twice'").query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void keepsWhatIsTypedIntoAWindowLeftOpen() {
		Browser.Page page = article("left open").press("save");
		published(page.article().press("publish"));
		Browser.Page kept = page.article().set("title", "typed since").press("save");
		assertThat(kept.text()).contains("published already");
		assertThat(kept.article().value("title")).isEqualTo("typed since");
	}

	@Test
	void choosesAnotherSlugWhereOneIsTaken() {
		String first = published(article("slugs").set("date", "2024-05-06").press("publish"));
		String second = published(article("slugs").set("date", "2024-05-06").press("publish"));
		assertThat(List.of(first, second)).containsExactly("baev-2024-05-06", "baev-2024-05-06-2");
	}

	@Test
	void choosesDifferentSlugsAtTheSameTime() throws Exception {
		List<Browser.Form> forms = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			forms.add(claim(article("at the same time").set("date", "2024-07-08").press("add-claim"), 0, QUOTE));
		}
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<String> slugs = new ArrayList<>();
		for (Future<Browser.Page> page : threads
			.invokeAll(forms.stream().map((form) -> (Callable<Browser.Page>) () -> form.press("publish")).toList())) {
			slugs.add(published(page.get()));
		}
		threads.shutdown();
		assertThat(slugs).containsExactlyInAnyOrder("baev-2024-07-08", "baev-2024-07-08-2", "baev-2024-07-08-3",
				"baev-2024-07-08-4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title", "supplied-title", "source", "source-name", "source-website", "source-country",
			"authors-0-name", "authors-0-kind", "authors-0-printed", "date", "date-within", "url", "url-alternate",
			"language", "plan", "derived-publication", "derived-title", "derived-date", "notes", "title-evidence",
			"title-basis", "title-confidence", "claims-0-exact", "claims-0-paraphrase", "claims-0-about",
			"claims-0-claimant", "claims-0-via", "claims-0-kind", "claims-0-target-agent", "claims-0-confidence",
			"claims-0-note", "text" })
	void takesHostileValuesAnywhere(String field) {
		for (String hostile : List.of("a\u0000b\uD800", "\u202E'<script>alert(1)</script>😀\u2028]]>",
				"9".repeat(5_000))) {
			Browser.Form form = claim(article("hostile " + field).press("add-claim"), 0, QUOTE).forge(field, hostile);
			Browser.Page page = form.press("publish");
			if (!page.path().startsWith("/articles/")) {
				assertThat(page.status()).isEqualTo(422);
				assertThat(page.errors()).isNotEmpty();
				assertThat(page.html().select("script:not([type=module][src^=/js/])")).isEmpty();
			}
		}
	}

	@Test
	void leavesControlsOutOfTheText() {
		String slug = published(article("controls").set("text", "Before\u0000\u0007 after.").press("publish"));
		assertThat(this.jdbc
			.sql("select text from article_version join article on article.id = article_id " + "where slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.single()).isEqualTo("Before after.");
	}

	@Test
	void refusesATextThatIsTooLong() {
		Browser.Page page = article("too long").set("text", "x".repeat(3_000_000)).press("publish");
		assertThat(page.errors()).containsExactly("Give a text of at most 2,000,000 characters; this one has 3000000.");
		assertThat(page.article().value("text")).hasSize(3_000_000);
	}

	@Test
	void takesFiveHundredClaims() {
		Browser.Form form = article("five hundred").press("save").article();
		for (int i = 0; i < 500; i++) {
			forge(form, i, QUOTE);
		}
		String slug = published(form.press("publish"));
		assertThat(this.jdbc.sql("select max(key) from claim where key like :slug || '/%'")
			.param("slug", slug)
			.query(String.class)
			.single()).isEqualTo(slug + "/c99");
		assertThat(this.jdbc.sql("select count(*) from claim where key like :slug || '/%'")
			.param("slug", slug)
			.query(Long.class)
			.single()).isEqualTo(500);
	}

	@Test
	void refusesMoreClaimsThanThat() {
		Browser.Form form = article("too many").press("save").article();
		for (int i = 0; i < 501; i++) {
			forge(form, i, QUOTE);
		}
		Browser.Page page = form.press("publish");
		assertThat(page.errors()).containsExactly(
				"Publish at most 500 claims at a time; further ones can be added when the article is published.");
	}

	/** A form with everything that an article needs. */
	private Browser.Form article(String title) {
		return this.browser.get("/admin/articles/new")
			.article()
			.set("title", title)
			.set("title-basis", "printed")
			.set("text", TEXT)
			.set("source", "prio")
			.set("source-basis", "printed")
			.set("authors-0-name", "Baev")
			.set("authors-basis", "printed")
			.set("date", "2026-01-05")
			.set("date-basis", "printed")
			.set("language-basis", "printed");
	}

	private static Browser.Form claim(Browser.Page page, int number, String quote) {
		String id = "claims-" + number + "-";
		return page.article()
			.set(id + "exact", quote)
			.set(id + "paraphrase", "Europe refuses the cap.")
			.set(id + "kind", "evaluative")
			.set(id + "stance", "opposes")
			.set(id + "target", "plan")
			.set(id + "aspect", "acceptability")
			.set(id + "confidence", "0.8");
	}

	private static void forge(Browser.Form form, int number, String quote) {
		String id = "claims-" + number + "-";
		form.forge(id + "exact", quote)
			.forge(id + "paraphrase", "Number " + number + ".")
			.forge(id + "kind", "evaluative")
			.forge(id + "stance", "opposes")
			.forge(id + "target", "plan")
			.forge(id + "aspect", "acceptability")
			.forge(id + "confidence", "0.8")
			.forge(id + "claimant", "author")
			.forge(id + "certainty", "asserted")
			.forge(id + "version", "unspecified");
	}

	private static String published(Browser.Page page) {
		assertThat(page.errors()).isEmpty();
		assertThat(page.path()).startsWith("/articles/");
		return page.path().substring("/articles/".length());
	}

	private String title(String slug) {
		return this.jdbc.sql("select title from article where slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.single();
	}

	private String state(String slug) {
		return this.jdbc.sql("""
				select concat_ws(' ', article.*, (select count(*) from article_version where article_id = article.id),
				  (select string_agg(claim::text, ' ' order by key) from claim where article_id = article.id))
				from article where slug = :slug""").param("slug", slug).query(String.class).single();
	}

	private long rows() {
		return this.jdbc.sql("""
				select (select count(*) from article) + (select count(*) from article_version)
				  + (select count(*) from claim) + (select count(*) from source) + (select count(*) from agent)""")
			.query(Long.class)
			.single();
	}

}
