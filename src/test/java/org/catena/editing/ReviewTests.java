package org.catena.editing;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a draft to the archive, by two people.
 */
@EditingTest
class ReviewTests {

	private static final String TEXT = "The harbour of Nordvik was full of ships that nobody had ordered.\n\nA second paragraph.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Editors editors;

	@Autowired
	private Drafts drafts;

	@Autowired
	private PasswordEncoder encoder;

	private Browser writer;

	private Browser reviewer;

	@BeforeEach
	void logIn() {
		this.editors.add("a-writer", this.encoder.encode(Browser.PASSWORD), Role.EDITOR);
		this.editors.add("a-reader", this.encoder.encode(Browser.PASSWORD), Role.REVIEWER);
		this.writer = Browser.loggedIn(this.mvc, "a-writer");
		this.reviewer = Browser.loggedIn(this.mvc, "a-reader");
	}

	@Test
	void goesFromWriterToReviewerToReaders() {
		String draft = submitted("Ships at Nordvik");
		assertThat(this.writer.get("/admin").text()).contains("waits for review");
		assertThat(this.reviewer.get("/admin/reviews").text()).contains("Ships at Nordvik", "a-writer submitted it");
		Browser.Page page = this.reviewer.get(draft);
		assertThat(page.text()).contains("Written by a-writer");
		Browser.Page published = page.article().press("publish");
		assertThat(published.path()).startsWith("/articles/");
		assertThat(this.reviewer.get("/admin/reviews").text()).doesNotContain("Ships at Nordvik");
		assertThat(this.jdbc
			.sql("select string_agg(step || ' ' || taken_by, ', ' order by id) from draft_step where draft_id = :id")
			.param("id", Long.valueOf(draft.replaceAll("\\D", "")))
			.query(String.class)
			.single()).isEqualTo("submitted a-writer, published a-reader");
	}

	@Test
	void goesBackWithARemark() {
		String draft = submitted("Sent back");
		Browser.Page page = this.reviewer.get(draft).article().press("return");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).singleElement().asString().contains("Say what is to be changed");
		page = page.article().set("remark", "The date is <b>missing</b>.").press("return");
		assertThat(page.path()).isEqualTo("/admin/reviews");
		assertThat(this.reviewer.get(draft).status()).isEqualTo(403);
		assertThat(this.writer.get("/admin").text()).contains("a-reader", "The date is <b>missing</b>.");
		page = this.writer.get(draft);
		assertThat(page.text()).contains("a-reader sent it back", "The date is <b>missing</b>.");
		assertThat(page.html().select("button[name=submit]")).isNotEmpty();
	}

	@Test
	void isTakenBackByItsWriter() {
		String draft = submitted("Taken back");
		Browser.Page page = this.writer.get(draft).article().press("take-back");
		assertThat(page.html().select("button[name=submit]")).isNotEmpty();
		assertThat(this.reviewer.get(draft).status()).isEqualTo(403);
	}

	@Test
	void isNotTakenBackByAnybodyElse() {
		String draft = submitted("Not taken back");
		assertThat(this.reviewer.get(draft).article().forge("take-back", "").press("save").status()).isEqualTo(403);
		assertThat(this.reviewer.get(draft).text()).contains("Written by a-writer");
		assertThat(this.writer.get("/admin").text()).contains("waits for review");
	}

	@Test
	void isNotSubmittedUntilItCouldBePublished() {
		long articles = count("article");
		Browser.Page page = this.writer.get("/admin/articles/new").article().set("title", "Half").press("submit");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).isNotEmpty();
		assertThat(this.reviewer.get("/admin/reviews").text()).doesNotContain("Half");
		submitted("Checked only");
		assertThat(count("article")).isEqualTo(articles);
	}

	@Test
	void isNotSentBackOrDiscardedByTheWrongPerson() {
		String draft = submitted("Wrong person");
		assertThat(this.writer.get(draft).article().forge("return", "").forge("remark", "no").press("save").status())
			.isEqualTo(403);
		assertThat(this.reviewer.get(draft).article().forge("discard", "").press("save").status()).isEqualTo(403);
		assertThat(this.reviewer.get(draft).status()).isEqualTo(200);
	}

	@Test
	void joinsWhatWriterAndReviewerTypeAtTheSameTime() {
		String draft = submitted("Both at once");
		Browser.Form mine = this.reviewer.get(draft).article();
		this.writer.get(draft)
			.article()
			.set("date", "2025-12-08")
			.set("text", TEXT + "\n\nA third paragraph.")
			.press("save");
		Browser.Page page = mine.set("text", TEXT.replace("full of", "crowded with"))
			.set("notes", "A note.")
			.press("publish");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("a-writer had saved this draft meanwhile", "date", "parts of the text");
		assertThat(page.article().value("date")).isEqualTo("2025-12-08");
		assertThat(page.article().value("notes")).isEqualTo("A note.");
		assertThat(page.article().value("text")).contains("crowded with", "A third paragraph.");
		assertThat(count("article where title = 'Both at once'")).isZero();
	}

	@Test
	void showsBothValuesWhereBothTypedInOneField() {
		String draft = submitted("Clash");
		Browser.Form mine = this.reviewer.get(draft).article();
		this.writer.get(draft).article().set("title", "The writer’s title").press("save");
		Browser.Page page = mine.set("title", "The reviewer’s title").set("date", "2025-12-07").press("save");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.html().select(".clash").text()).contains("The writer’s title", "The reviewer’s title",
				"a-writer");
		assertThat(form(draft).title()).isEqualTo("The writer’s title");
		page = page.article().forge("take-title", "title").press("save");
		assertThat(page.status()).isEqualTo(200);
		assertThat(form(draft).title()).isEqualTo("The writer’s title");
		assertThat(form(draft).date()).isEqualTo("2025-12-07");
	}

	@Test
	void joinsChangesOfAnArticleThatOthersChanged() {
		Browser.Page published = this.reviewer.get(submitted("A shared article")).article().press("publish");
		String edit = "/admin" + published.path() + "/edit";
		Browser.Form mine = this.reviewer.get(edit).article();
		this.reviewer.get(edit)
			.article()
			.set("date", "2025-12-06")
			.set("title", "Another title")
			.press("publish")
			.because("The title");
		Browser.Page page = mine.set("url", "https://example.org/ships")
			.set("url-basis", "public_page")
			.press("publish");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("changed by somebody else", "Taken over below", "title", "date");
		assertThat(page.article().press("publish").because("The address").path()).isEqualTo(published.path());
		assertThat(this.jdbc.sql("select title || ' ' || date || ' ' || url from article where slug = :slug")
			.param("slug", published.path().replace("/articles/", ""))
			.query(String.class)
			.single()).isEqualTo("Another title 2025-12-06 https://example.org/ships");
	}

	@Test
	void isSavedWhileTyping() {
		Browser.Form form = this.writer.get("/admin/articles/new").article();
		Browser.Page page = form.set("title", "While typing").forge("autosave", "yes").press("save");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).matches(".*\"address\":\"/admin/drafts/\\d+\".*").contains("\"revision\":1");
		String draft = page.text().replaceAll(".*\"address\":\"([^\"]+)\".*", "$1");
		form = this.writer.get(draft).article();
		page = form.set("title", "While typing on").forge("autosave", "yes").press("save");
		assertThat(page.text()).contains("\"revision\":2");
		assertThat(form.press("save").status()).as("from a window left behind").isEqualTo(409);
		assertThat(form(draft).title()).isEqualTo("While typing on");
		assertThat(this.reviewer.get("/admin/account")
			.form("form[action$=password]")
			.sendTo(draft)
			.forge("autosave", "yes")
			.press(null, "")
			.status()).isEqualTo(403);
	}

	@Test
	void saysByTheStatusThatTheSessionHasEnded() {
		MvcTestResult result = this.mvc.post()
			.uri("/admin/drafts/1")
			.param("autosave", "yes")
			.param("text", "typed")
			.exchange();
		assertThat(result).hasStatus(401);
		assertThat(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).isEmpty();
	}

	private String submitted(String title) {
		Browser.Page page = this.writer.get("/admin/articles/new")
			.article()
			.set("title", title)
			.set("title-basis", "printed")
			.set("text", TEXT)
			.set("source", "prio")
			.set("source-basis", "printed")
			.set("authors-not-stated", "true")
			.set("date", "2025-12-05")
			.set("date-basis", "printed")
			.set("language-basis", "printed")
			.press("save");
		String draft = page.path();
		Browser.Page submitted = page.article().press("submit");
		assertThat(submitted.errors()).isEmpty();
		assertThat(submitted.path()).isEqualTo("/admin");
		return draft;
	}

	private ArticleForm form(String draft) {
		return this.drafts.find(Long.parseLong(draft.replaceAll("\\D", ""))).orElseThrow().form();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
