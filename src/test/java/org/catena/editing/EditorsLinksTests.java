package org.catena.editing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Public pages show whoever is logged in the way to what the account may do.
 */
@EditingTest
class EditorsLinksTests {

	private static final String ARTICLE = "/articles/ash-2025-11-24";

	private static final String CLAIM = "/claims/ash-2025-11-24/c05";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Editors editors;

	@Autowired
	private PasswordEncoder encoder;

	private Browser reviewer;

	private Browser editor;

	@BeforeEach
	void logIn() {
		this.editors.add("links-reviewer", this.encoder.encode(Browser.PASSWORD), Role.REVIEWER);
		this.editors.add("links-editor", this.encoder.encode(Browser.PASSWORD), Role.EDITOR);
		this.reviewer = Browser.loggedIn(this.mvc, "links-reviewer");
		this.editor = Browser.loggedIn(this.mvc, "links-editor");
	}

	@Test
	void showsStrangersNothing() {
		for (String path : new String[] { ARTICLE, CLAIM }) {
			assertThat(this.mvc.get().uri(path)).hasStatusOk()
				.doesNotContainHeader(HttpHeaders.CACHE_CONTROL)
				.bodyText()
				.doesNotContain("editors-links");
		}
	}

	@Test
	void showsEachAccountWhatItMayDo() {
		assertThat(links(this.reviewer, CLAIM)).contains("Edit this claim", "Relate it to another",
				"Mark claims in the text", "Correct the text", "Corpus files, withdrawal", "History");
		assertThat(links(this.editor, CLAIM)).contains("Mark claims in the text", "Correct the text", "History")
			.doesNotContain("Edit this claim", "Relate", "withdrawal");
		assertThat(links(this.editor, ARTICLE)).contains("Mark claims in the text");
		for (String href : this.reviewer.get(CLAIM).html().select(".editors-links a").eachAttr("href")) {
			assertThat(this.reviewer.get(href).status()).as(href).isEqualTo(200);
		}
	}

	@Test
	void keepsItFromCaches() {
		assertThat(this.mvc.get().uri(ARTICLE).session(this.editor.session())).hasHeader(HttpHeaders.CACHE_CONTROL,
				"private, no-cache");
	}

	@Test
	void leadsNowhereFromThePast() {
		assertThat(links(this.reviewer, ARTICLE + "?asOf=2999-01-01")).isEmpty();
	}

	@Test
	void endsWithTheSession() {
		this.jdbc.sql("""
				update login set ended_at = now() where ended_at is null
				and editor_id = (select id from editor where name = 'links-editor')""").update();
		assertThat(links(this.editor, ARTICLE)).isEmpty();
	}

	@Test
	void opensOneDraftAtTheSentenceOfTheClaim() {
		long before = drafts();
		Browser.Form mark = this.editor.get(CLAIM).form(".editors-links form");
		assertThat(drafts()).as("looking writes nothing").isEqualTo(before);
		Browser.Page marking = mark.press(null, "");
		assertThat(marking.path()).matches("/admin/drafts/\\d+/marking\\?sentence=\\d+.*");
		assertThat(marking.html().select("[aria-current] a.marking__ref").text()).contains("c05");
		assertThat(this.editor.get(ARTICLE).form(".editors-links form").press(null, "").path())
			.isEqualTo(marking.path().replaceFirst("\\?.*", ""));
		assertThat(drafts()).isEqualTo(before + 1);
		assertThat(this.editor.get("/admin/articles/nothing-such").status()).isEqualTo(404);
	}

	private static String links(Browser browser, String path) {
		return browser.get(path).html().select(".editors-links").text();
	}

	private long drafts() {
		return this.jdbc.sql("select count(*) from draft").query(Long.class).single();
	}

}
