package org.catena.editing;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms other than drafts that were sent when the session had ended.
 */
@EditingTest
class KeptFormTests {

	private static final String TEXT = "A long text <b>that</b> somebody pasted.\n\nIt has two paragraphs.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void areListedAndSentAgain() {
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Form form = browser.get("/admin/agents/pavel-k-baev").form("form.people-form").set("about", TEXT);
		browser.loseSession();
		Browser.Page page = logIn(form.press(null, ""));
		assertThat(page.path()).isEqualTo("/admin/kept");
		assertThat(page.html().select("main dl").text()).contains("A long text <b>that</b> somebody pasted.");
		Browser.Page sent = page.form("main form.editing__add").press(null, "");
		assertThat(sent.errors()).containsExactly("Say why: readers see it in the history of the name.");
		assertThat(sent.form("form.people-form").value("about")).contains("A long text <b>that</b> somebody pasted.");
	}

	@Test
	void keepNoPasswords() {
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Form form = browser.get("/admin/account")
			.form("form[action$=password]")
			.set("password", "quite new words");
		browser.loseSession();
		Browser.Page page = form.press(null, "");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.html().select("input[name=kept]")).isEmpty();
		assertThat(page.html().html()).doesNotContain("quite new words");
	}

	@Test
	void keepNoFiles() {
		assertThat(this.mvc.post()
			.uri("/admin/intake")
			.multipart()
			.file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] { 'a' }))
			.exchange()).hasStatus(403).bodyText().contains("The file was not taken").doesNotContain("name=\"kept\"");
	}

	@Test
	void doNothingByThemselves() {
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Form form = browser.get("/admin/agents/pavel-k-baev")
			.form("form.people-form")
			.set("about", "sent from elsewhere");
		browser.loseSession();
		logIn(form.press(null, ""));
		assertThat(this.jdbc.sql("select count(*) from agent where about = 'sent from elsewhere'")
			.query(Long.class)
			.single()).isZero();
	}

	private static Browser.Page logIn(Browser.Page page) {
		return page.form("main form").set("username", "editor").set("password", Browser.PASSWORD).press(null, "");
	}

}
