package org.catena.editing;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class DraftTests {

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

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void isMadeByPostOnly() {
		long before = count();
		this.browser.get("/admin/articles/new");
		this.browser.get("/admin/articles/ash-2025-11-24/edit");
		assertThat(count()).isEqualTo(before);
		this.browser.get("/admin/articles/new").article().press("save");
		assertThat(count()).isEqualTo(before + 1);
	}

	@Test
	void standsOnTheEditorsPage() {
		Browser.Page page = this.browser.get("/admin/articles/new")
			.article()
			.set("title", "<i>Half</i> a thought")
			.press("save");
		assertThat(page.text()).contains("The draft is saved");
		assertThat(this.browser.get("/admin").html().select("a[href=" + page.path() + "]").text())
			.isEqualTo("<i>Half</i> a thought");
	}

	@Test
	void keepsWhatWasTypedLiterally() {
		String typed = "NUL \u0000, bell \u0007, emoji 😀, right-to-left \u202Eabc, combining e\u0301, lines\r\nand\rmore";
		String path = this.browser.get("/admin/articles/new").article().forge("text", typed).press("save").path();
		assertThat(draft(path).form().text()).isEqualTo(typed);
	}

	@Test
	void showsControlsAsNothing() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().forge("text", "a\u0000b").press("save");
		assertThat(page.article().value("text")).isEqualTo("ab");
	}

	@Test
	void growsAndShrinksByButtonsThatKeepEverything() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().set("title", "rows").press("add-claim");
		page = page.article().set("claims-0-exact", "the first").press("add-claim");
		page = page.article().set("claims-1-exact", "the second").set("text", "Typed late.").press("add-author");
		page = page.article().set("authors-1-name", "Ash").press("remove-author", "0");
		page = page.article().press("remove-claim", "0");
		Browser.Form form = page.article();
		assertThat(form.value("claims-0-exact")).isEqualTo("the second");
		assertThat(form.value("authors-0-name")).isEqualTo("Ash");
		assertThat(form.value("title") + form.value("text")).isEqualTo("rowsTyped late.");
		assertThat(page.html().getElementById("claims-1-exact")).isNull();
	}

	@Test
	void opensManyClaimsOneAtATime() {
		Browser.Form form = this.browser.get("/admin/articles/new").article();
		for (int i = 0; i < 25; i++) {
			form.forge("claims-" + i + "-exact", "Quote\n" + i).forge("claims-" + i + "-note", "<b>");
		}
		Browser.Page page = form.press("save");
		assertThat(page.html().select(".claim-form--closed")).hasSize(24);
		List<ClaimForm> before = draft(page.path()).form().claims();
		Browser.Page marking = page.article().press("mark", "3");
		assertThat(marking.path()).isEqualTo(page.path() + "/marking?claim=3");
		assertThat(draft(page.path()).form().claims()).isEqualTo(before).hasSize(25);
	}

	@Test
	void refusesMoreClaimsThanAnybodyTypes() {
		Browser.Form form = this.browser.get("/admin/articles/new").article();
		for (int i = 0; i < 1_001; i++) {
			form.forge("claims-" + i + "-exact", "q");
		}
		Browser.Page page = form.press("save");
		assertThat(page.status()).isEqualTo(413);
		assertThat(page.text()).contains("Go back in your browser");
	}

	@Test
	void isSavedByTheEnterKey() {
		assertThat(this.browser.get("/admin/articles/new").html().select("form.editing button").first().attr("name"))
			.isEqualTo("save");
	}

	@Test
	void isDiscardedAndTakenUpAgain() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().set("title", "given up").press("save");
		Browser.Page after = page.article().press("discard");
		assertThat(after.path()).startsWith("/admin");
		assertThat(after.html().select("a[href=" + page.path() + "]").text()).isEqualTo("Take it up again");
		assertThat(this.browser.get("/admin").html().select("a[href=" + page.path() + "]")).isEmpty();
		Browser.Form again = this.browser.get(page.path()).article();
		assertThat(again.value("title")).isEqualTo("given up");
		again.press("save");
		assertThat(this.browser.get("/admin").html().select("a[href=" + page.path() + "]")).isNotEmpty();
	}

	@Test
	void isNotOverwrittenFromAnotherWindow() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().press("save");
		Browser.Form here = this.browser.get(page.path()).article();
		Browser.Form there = this.browser.get(page.path()).article();
		there.set("title", "there").press("save");
		Browser.Page conflict = here.set("title", "here").press("publish");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.article().value("title")).isEqualTo("here");
		assertThat(draft(page.path()).form().title()).isEqualTo("there");
		conflict.article().press("save");
		assertThat(draft(page.path()).form().title()).isEqualTo("here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "99999999", "abc", "-1", "1e3", "999999999999999999999999", "😀" })
	void isUnknownWithAClearMessage(String id) {
		Browser.Page page = this.browser.get("/admin/drafts/" + id);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.html().selectFirst("h1").text()).isEqualTo("There is no such draft");
	}

	@Test
	void isItsOwnersAlone() {
		this.editors.add("somebody-else", this.encoder.encode("secret"));
		long id = this.drafts.open("somebody-else", ArticleForm.empty(""), null, null);
		for (String path : new String[] { "", "/preview" }) {
			Browser.Page page = this.browser.get("/admin/drafts/" + id + path);
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.html().selectFirst("h1").text()).isEqualTo("This draft belongs to another editor");
		}
		Browser.Form form = this.browser.get("/admin/articles/new").article().sendTo("/admin/drafts/" + id);
		assertThat(form.forge("revision", "1").set("title", "mine now").press("save").status()).isEqualTo(403);
		assertThat(this.drafts.find(id).orElseThrow().form().title()).isEmpty();
	}

	@Test
	void ofAnUnknownArticleIsRefused() {
		assertThat(this.browser.get("/admin/articles/never-written/edit").status()).isEqualTo(404);
	}

	@Test
	void isKeptWhenTheSessionEnds() {
		Browser.Page page = this.browser.get("/admin/articles/new").article().press("add-claim");
		Browser.Form form = page.article()
			.set("title", "typed \"before\" <the> end 😀")
			.set("text", "One.\n\nTwo.")
			.set("claims-0-exact", "\"One.\"")
			.set("authors-not-stated", "yes");
		this.browser.loseSession();
		Browser.Page login = form.press("publish");
		assertThat(login.text()).contains("Nothing that you typed is lost");
		assertThat(login.status()).isIn(401, 403);
		Browser.Page wrong = logIn(login, "wrong");
		assertThat(wrong.errors()).isNotEmpty();
		Browser.Page kept = logIn(wrong, Browser.PASSWORD);
		assertThat(kept.path()).isEqualTo(page.path().replaceFirst("#.*", "") + "/kept");
		assertThat(kept.text()).contains("Your session had ended");
		assertThat(kept.article().value("title")).isEqualTo("typed \"before\" <the> end 😀");
		assertThat(kept.article().value("text")).isEqualTo("One.\n\nTwo.");
		assertThat(kept.article().value("claims-0-exact")).isEqualTo("\"One.\"");
		assertThat(draft(page.path()).form().title()).isEmpty();
		Browser.Page saved = kept.article().press("save");
		assertThat(saved.path()).isEqualTo(page.path().replaceFirst("#.*", ""));
		assertThat(draft(page.path()).form().authorNotStated()).isTrue();
		assertThat(this.browser.get("/admin/kept").path()).isEqualTo("/admin");
	}

	@Test
	void isKeptWhenTheTokenIsOld() {
		Browser.Page kept = this.browser.get("/admin/articles/new")
			.article()
			.set("title", "old token")
			.forge("_csrf", "nonsense")
			.press("save");
		assertThat(kept.path()).isEqualTo("/admin/articles/new/kept");
		assertThat(kept.article().value("title")).isEqualTo("old token");
		assertThat(kept.article().press("save").path()).startsWith("/admin/drafts/");
	}

	@Test
	void ofSomebodyElseBecomesANewOneWhenItWasKept() {
		this.editors.add("somebody-other", this.encoder.encode("secret"));
		long id = this.drafts.open("somebody-other", ArticleForm.empty(""), null, null);
		Browser.Page kept = this.browser.get("/admin/articles/new")
			.article()
			.sendTo("/admin/drafts/" + id)
			.set("title", "under the other name")
			.forge("_csrf", "nonsense")
			.press("save");
		assertThat(kept.article().action()).isEqualTo("/admin/articles/new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "null", "[]", "{\"path\":\"/admin/ingests\",\"parameters\":{}}",
			"{\"path\":\"/admin/drafts/1\",\"parameters\":{\"a\":[null]}}", "{\"path\":\"//evil.example\"}" })
	void isNothingThatOthersInvent(String kept) {
		Browser stranger = new Browser(this.mvc);
		Browser.Page page = stranger.get("/admin/login")
			.form("main form")
			.set("username", "editor")
			.set("password", Browser.PASSWORD)
			.forge("kept", kept)
			.press(null, "");
		assertThat(page.path()).isEqualTo("/admin");
	}

	@Test
	void showsItsQuotesInTheText() {
		Browser.Page page = this.browser.get("/admin/articles/new")
			.article()
			.set("text", "## Printed subhead\n\nOne <b>two</b> three 😀 four.\n\nFive.")
			.press("add-claim")
			.article()
			.set("claims-0-exact", "two</b> three 😀")
			.press("add-claim")
			.article()
			.set("claims-1-exact", "😀 four.\r\n\r\nFive")
			.press("add-claim")
			.article()
			.set("claims-2-exact", "six")
			.press("preview");
		assertThat(page.html().select(".preview__text mark").eachText()).containsExactly("two</b> three", "😀", "four.",
				"Five");
		assertThat(page.html().select(".preview__subhead").text()).isEqualTo("Printed subhead");
		assertThat(page.text()).contains("2 of 3 new claims have their place", "The quote is not in the text");
		assertThat(page.html().select(".preview a[href^=#]"))
			.allSatisfy((link) -> assertThat(page.html().getElementById(link.attr("href").substring(1))).isNotNull());
	}

	@Test
	void listsThePointsAndThePublishedClaims() {
		Browser.Page page = this.browser.get("/admin/articles/ash-2025-11-24/edit");
		assertThat(page.html().select(".point-list > li")).hasSize(28);
		assertThat(page.html().select("a[href=/claims/ash-2025-11-24/c01]")).isNotEmpty();
	}

	private Draft draft(String path) {
		return this.drafts.find(Long.parseLong(path.replaceFirst("/admin/drafts/(\\d+).*", "$1"))).orElseThrow();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from draft").query(Long.class).single();
	}

	private static Browser.Page logIn(Browser.Page page, String password) {
		return page.form("main form").set("username", "editor").set("password", password).press(null, "");
	}

}
