package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.ingest.IngestReport;
import org.catena.ingest.IngestUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sources and agents: edited, and merged where two are the same.
 */
@EditingTest
class NamesTests {

	private static int number;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private IngestUpload upload;

	private Browser browser;

	/** Marks the names of one test, so that none meets those of another. */
	private String mark;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
		this.mark = "n" + ++number;
	}

	@Test
	void editASource() throws Exception {
		takeIn();
		String path = "/admin/sources/" + this.mark + "-paper";
		Browser.Page page = this.browser.get(path);
		assertThat(page.form("form.people-form").value("name")).isEqualTo("Paper " + this.mark);
		page = page.form("form.people-form")
			.set("name", "")
			.set("website", "javascript:alert(1)")
			.set("country", "Norway")
			.press(null, "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).hasSize(4).contains("Say why: readers see it in the history of the name.");
		page = page.form("form.people-form")
			.set("name", "The Paper <b>")
			.set("website", "https://paper.example/")
			.set("country-basis", "printed")
			.set("variants", "Paper\n\n  Paper   One \nPaper\nThe Paper <b>")
			.set("reason", "It calls itself <i>so</i>")
			.press(null, "");
		assertThat(page.text()).contains("Saved.");
		assertThat(page.form("form.people-form").value("variants").strip()).isEqualTo("Paper\nPaper One");
		assertThat(this.mvc.get().uri("/sources/" + this.mark + "-paper")).bodyText().contains("The Paper &lt;b&gt;");
		assertThat(this.mvc.get().uri("/sources/" + this.mark + "-paper/history")).bodyText()
			.contains("It calls itself &lt;i&gt;so&lt;/i&gt;");
	}

	@Test
	void keepWhatAnEditorChangedWhenTheCorpusIsReadAgain() {
		String path = "/admin/agents/pavel-k-baev";
		this.browser.get(path)
			.form("form.people-form")
			.set("about", "Research professor " + this.mark)
			.set("reason", "His page")
			.press(null, "");
		this.browser.get("/admin/ingests").form("main > form, main form[action$=ingests]").press(null, "");
		assertThat(this.browser.get(path).form("form.people-form").value("about"))
			.isEqualTo("Research professor " + this.mark);
	}

	@Test
	void showWhatSomebodyElseChanged() throws Exception {
		takeIn();
		String path = "/admin/agents/" + this.mark + "-one";
		Browser.Form mine = this.browser.get(path).form("form.people-form");
		this.browser.get(path).form("form.people-form").set("about", "theirs").set("reason", "x").press(null, "");
		Browser.Page page = mine.set("about", "mine").set("reason", "y").press(null, "");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.html().select(".clash").text()).contains("theirs").doesNotContain("One " + this.mark);
		assertThat(page.form("form.people-form").value("about")).isEqualTo("mine");
		assertThat(page.form("form.people-form").press(null, "").status()).isEqualTo(200);
		assertThat(this.browser.get(path).form("form.people-form").value("about")).isEqualTo("mine");
	}

	@Test
	void showWhatWillMoveBeforeTheyMerge() throws Exception {
		takeIn();
		Browser.Page page = this.browser.get("/admin/agents/" + this.mark + "-two/merge?into=One " + this.mark);
		assertThat(page.html().select("#moves + dl").text()).contains("articles as their author 2",
				"claims as their claimant 1");
		assertThat(count("agent where slug = '" + this.mark + "-two'")).isEqualTo(1);
	}

	@Test
	void mergeTwoAgents() throws Exception {
		takeIn();
		String one = this.mark + "-one";
		String two = this.mark + "-two";
		Browser.Page page = this.browser.get("/admin/agents/" + two + "/merge?into=" + one)
			.form("form[method=post][action$=merge]")
			.set("reason", "They are the same")
			.press(null, "");
		assertThat(page.path()).isEqualTo("/admin/agents/" + one);
		assertThat(page.form("form.people-form").value("variants").strip())
			.isEqualTo("Two " + this.mark + "\nTo " + this.mark);
		assertThat(this.mvc.get().uri("/agents/" + two)).hasStatus(301).hasRedirectedUrl("/agents/" + one);
		assertThat(texts(
				"select position || ' ' || agent.slug from byline join agent on agent.id = agent_id join article on article.id = article_id where article.slug = ? order by 1",
				this.mark + "-both"))
			.containsExactly("0 " + one, "1 " + this.mark + "-three");
		assertThat(texts(
				"select position || ' ' || agent.slug from byline join agent on agent.id = agent_id join article on article.id = article_id where article.slug = ?",
				this.mark + "-pair"))
			.containsExactly("0 " + one);
		assertThat(texts(
				"select coalesce(agent.slug, 'nobody') from claim left join agent on agent.id = claimant_id where key = ?",
				this.mark + "-pair/c01"))
			.containsExactly(one);
		assertThat(texts("select agent.slug from claim join agent on agent.id = claimant_id where key = ?",
				this.mark + "-told/c01"))
			.containsExactly(one);
		assertThat(this.mvc.get().uri("/articles/" + this.mark + "-both")).hasStatusOk();
		for (String check : List.of("claim-of-the-author-as-of-another", "dispute-with-oneself",
				"claim-of-another-without-via")) {
			assertThat(this.jdbc.sql(Files.readString(Path.of("db", "check", check + ".sql"))).query().listOfRows())
				.as(check)
				.isEmpty();
		}
	}

	@Test
	void readFilesThatNameTheOneThatIsGone() throws Exception {
		takeIn();
		this.browser.get("/admin/agents/" + this.mark + "-two/merge?into=" + this.mark + "-one")
			.form("form[method=post][action$=merge]")
			.set("reason", "They are the same")
			.press(null, "");
		this.browser.get("/admin/sources/" + this.mark + "-sheet/merge?into=" + this.mark + "-paper")
			.form("form[method=post][action$=merge]")
			.set("reason", "They are the same")
			.press(null, "");
		assertThat(takeIn().problems()).isZero();
		IngestReport again = takeIn();
		assertThat(again.unchanged()).isEqualTo(3);
		assertThat(again.updated() + again.refused() + again.problems()).isZero();
		assertThat(count("agent where slug = '" + this.mark + "-two'")).isZero();
		assertThat(this.mvc.get().uri("/sources/" + this.mark + "-sheet")).hasStatus(301)
			.hasRedirectedUrl("/sources/" + this.mark + "-paper");
		assertThat(texts("select source.slug from article join source on source.id = source_id where article.slug = ?",
				this.mark + "-both"))
			.containsExactly(this.mark + "-paper");
	}

	@Test
	void doNotMergeWithThemselvesOrNobody() throws Exception {
		takeIn();
		String path = "/admin/agents/" + this.mark + "-two/merge";
		for (String into : List.of(this.mark + "-two", "nobody-such", "'; drop table agent; --", "To " + this.mark,
				"😀")) {
			assertThat(this.browser.get(path + "?into=" + java.net.URLEncoder.encode(into, StandardCharsets.UTF_8))
				.errors()).singleElement();
		}
	}

	@Test
	void doNotMergeWhereTheyDispute() throws Exception {
		takeIn();
		this.jdbc.sql("""
				insert into relation (id, type, from_id, to_id, reason, coding, created_at, updated_at)
				select nextval('relation_seq'), 'disputes', a.id, b.id, 'For a test.', 'first', now(), now()
				from claim a, claim b where a.key = :a and b.key = :b""")
			.param("a", this.mark + "-told/c01")
			.param("b", this.mark + "-told/c02")
			.update();
		Browser.Page page = this.browser.get("/admin/agents/" + this.mark + "-two/merge?into=" + this.mark + "-one");
		assertThat(page.errors()).singleElement().asString().contains("dispute");
		assertThat(page.html().select("form[method=post][action$=merge]")).isEmpty();
		this.jdbc.sql("delete from relation where reason = 'For a test.'").update();
	}

	@Test
	void doNotMergeWhereTheOneIsQuotedInAnArticleByTheOther() throws Exception {
		takeIn();
		Browser.Page page = this.browser.get("/admin/agents/" + this.mark + "-two/merge?into=" + this.mark + "-three");
		assertThat(page.errors()).singleElement().asString().contains("quoted in an article by the other");
		assertThat(page.html().select("form[method=post][action$=merge]")).isEmpty();
	}

	@Test
	void areFoundByTheirVariants() throws Exception {
		takeIn();
		assertThat(this.browser.get("/admin/agents?q=To " + this.mark).html().select("tbody th").eachText())
			.containsExactly("Two " + this.mark);
	}

	private IngestReport takeIn() throws Exception {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("sources.yaml", """
				- {slug: m-paper, name: Paper m}
				- {slug: m-sheet, name: Sheet m}
				""");
		files.put("agents.yaml", """
				- {slug: m-one, name: One m, kind: person}
				- {slug: m-two, name: Two m, kind: person, variants: [To m]}
				- {slug: m-three, name: Three m, kind: body}
				""");
		files.put("articles/m-both.md", article("m-both", "m-sheet", "{agent: m-two, printed: Two}, {agent: m-three}"));
		files.put("articles/m-told.md", article("m-told", "m-paper", "{agent: m-three}"));
		files.put("articles/m-told.claims.yaml", claim("m-told/c01", "Somebody said here what somebody says", "m-two")
				+ claim("m-told/c02", "and nobody answered it at all", "m-one"));
		files.put("articles/m-pair.md", article("m-pair", "m-paper", "{agent: m-one}, {agent: m-two}"));
		files.put("articles/m-pair.claims.yaml",
				claim("m-pair/c01", "Somebody said here what somebody says", "author"));
		Map<String, byte[]> bytes = new LinkedHashMap<>();
		files.forEach((path, text) -> bytes.put(path.replaceFirst("/m-", "/" + this.mark + "-"),
				text.replaceAll("\\bm\\b", this.mark).getBytes(StandardCharsets.UTF_8)));
		return this.upload.ingest("names.zip", IngestUpload.pack(bytes), "test");
	}

	private static String article(String slug, String source, String authors) {
		return """
				---
				slug: %s
				plan: 28-point-plan
				title: {value: A piece m, basis: printed}
				authors: {value: [%s], basis: printed}
				source: {value: %s, basis: printed}
				language: {value: en, basis: printed}
				---

				Somebody said here what somebody says, and nobody answered it at all.
				""".formatted(slug, authors, source);
	}

	private static String claim(String key, String exact, String claimant) {
		return """
				- id: %s
				  exact: "%s"
				  paraphrase: "Somebody says something."
				  points: []
				  version: unspecified
				  claimant: %s
				%s  certainty: asserted
				  kind: descriptive
				  target: plan
				  aspect: content
				  stance: neutral
				  confidence: 0.5
				  coding: first
				  codebook: "1.0"
				""".formatted(key, exact, claimant,
				claimant.equals("author") ? "" : "  via: [author]\n  uptake: reports\n");
	}

	private List<String> texts(String sql, String parameter) {
		return this.jdbc.sql(sql).param(parameter).query(String.class).list();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
