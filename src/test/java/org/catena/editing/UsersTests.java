package org.catena.editing;

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
class UsersTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Editors editors;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private JdbcClient jdbc;

	private Browser administrator;

	@BeforeEach
	void logIn() {
		this.administrator = Browser.loggedIn(this.mvc);
	}

	@Test
	void areAddedWithARandomPasswordThatIsShownOnce() {
		Browser.Page page = add("ann-author", "reviewer", "");
		assertThat(page.path()).isEqualTo("/admin/users/ann-author");
		String password = page.html().select(".people-password").text();
		assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
		assertThat(this.administrator.get(page.path()).html().select(".people-password")).isEmpty();
		assertThat(logIn("ann-author", password).path()).isEqualTo("/admin");
		assertThat(this.administrator.get("/admin/users").text()).contains("ann-author Reviewer");
	}

	@Test
	void areAddedWithAPasswordThatIsGiven() {
		Browser.Page page = add("given-password", "editor", "a few words");
		assertThat(page.html().select(".people-password")).isEmpty();
		assertThat(logIn("given-password", "a few words").path()).isEqualTo("/admin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Ann", "ann author", "-ann", "first", "second", "first-independent", "änn", "<script>",
			"a2345678901234567890123456789012345678901" })
	void haveNamesThatCanNameACoding(String name) {
		Browser.Page page = add(name, "editor", "a few words");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).singleElement().asString().contains("lower-case letters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "weak-one secret",
			"0123456789012345678901234567890123456789012345678901234567890123456789012" })
	void haveNoPasswordThatIsTooShortTooLongOrTheirName(String password) {
		Browser.Page page = add("weak-one", "editor", password);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors()).singleElement().asString().startsWith("Give");
		assertThat(this.editors.find("weak-one")).isEmpty();
	}

	@Test
	void areNotAddedTwice() {
		add("twice", "editor", "a few words");
		assertThat(add("twice", "reviewer", "other words").errors()).singleElement()
			.asString()
			.contains("an account of this name");
		assertThat(this.editors.find("twice").orElseThrow().role()).isEqualTo(Role.EDITOR);
	}

	@Test
	void areDisabledAtOnce() {
		this.editors.add("leaves", this.encoder.encode(Browser.PASSWORD));
		Browser browser = Browser.loggedIn(this.mvc, "leaves");
		Browser.Page page = this.administrator.get("/admin/users/leaves")
			.form("form[action$=standing]")
			.press(null, "");
		assertThat(page.text()).contains("The account is disabled");
		assertThat(browser.get("/admin").path()).isEqualTo("/admin/login");
		assertThat(logIn("leaves", Browser.PASSWORD).status()).isEqualTo(401);
		this.administrator.get("/admin/users/leaves").form("form[action$=standing]").press(null, "");
		assertThat(logIn("leaves", Browser.PASSWORD).path()).isEqualTo("/admin");
	}

	@Test
	void cannotLockThemselvesOut() {
		Browser.Page page = this.administrator.get("/admin/users/editor")
			.form("form[action$=standing]")
			.press(null, "");
		assertThat(page.errors()).singleElement().asString().contains("another administrator");
		page = this.administrator.get("/admin/users/editor")
			.form("form[action$=role]")
			.forge("role", "editor")
			.press(null, "");
		assertThat(page.errors()).singleElement().asString().contains("another administrator");
		assertThat(this.editors.find("editor").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
	}

	@Test
	void keepOneAdministrator() {
		this.jdbc.sql("update editor set role = 'editor' where role = 'administrator' and name <> 'editor'").update();
		assertThat(this.editors.change("editor", Role.EDITOR)).isFalse();
		assertThat(this.editors.disable("editor", true)).isFalse();
		assertThat(this.administrator.get("/admin/users").status()).isEqualTo(200);
	}

	@Test
	void loseTheirSessionsWithTheirPassword() {
		this.editors.add("forgets", this.encoder.encode(Browser.PASSWORD));
		Browser browser = Browser.loggedIn(this.mvc, "forgets");
		this.administrator.get("/admin/users/forgets")
			.form("form[action$=password]")
			.set("password", "quite new words")
			.press(null, "");
		assertThat(browser.get("/admin").path()).isEqualTo("/admin/login");
		assertThat(logIn("forgets", "quite new words").path()).isEqualTo("/admin");
	}

	@Test
	void loseTheirTokensWithTheirPassword() {
		this.editors.add("programs", this.encoder.encode(Browser.PASSWORD));
		String reset = this.tokens.make("programs", "a program").orElseThrow();
		this.administrator.get("/admin/users/programs")
			.form("form[action$=password]")
			.set("password", Browser.PASSWORD + "es")
			.press(null, "");
		assertThat(this.tokens.editor(reset)).isEmpty();

		String changed = this.tokens.make("programs", "another program").orElseThrow();
		Browser browser = new Browser(this.mvc);
		browser.get("/admin/login")
			.form("main form")
			.set("username", "programs")
			.set("password", Browser.PASSWORD + "es")
			.press(null, "");
		Browser.Page page = browser.get("/admin/account")
			.form("form[action$=password]")
			.set("old", Browser.PASSWORD + "es")
			.set("password", "quite new words")
			.set("again", "quite new words")
			.press(null, "");
		assertThat(page.text()).contains("Your password is changed", "Revoked tokens: 1");
		assertThat(this.tokens.editor(changed)).isEmpty();
	}

	@Test
	void haveTokensThatAnAdministratorSeesAndRevokes() {
		this.editors.add("has-tokens", this.encoder.encode(Browser.PASSWORD));
		String one = this.tokens.make("has-tokens", "<b>one</b>").orElseThrow();
		String other = this.tokens.make("has-tokens", "the other").orElseThrow();
		Browser.Page page = this.administrator.get("/admin/users/has-tokens");
		assertThat(page.html().select("section:has(#tokens-head) th[scope=row]").eachText())
			.containsExactly("the other", "<b>one</b>");
		page = page.form("tr:contains(<b>one</b>) form").press(null, "");
		assertThat(page.path()).isEqualTo("/admin/users/has-tokens");
		assertThat(page.text()).contains("The token is revoked");
		assertThat(page.html().select("form[action*=/tokens/]")).hasSize(1);
		assertThat(this.tokens.editor(one)).isEmpty();
		assertThat(this.tokens.editor(other)).contains("has-tokens");
		assertThat(this.administrator.get("/admin/users/has-tokens")
			.form("form[action*=/tokens/]")
			.sendTo("/admin/users/nobody/tokens/1/revoke")
			.press(null, "")
			.status()).isEqualTo(404);
	}

	@Test
	void changeTheirOwnPassword() {
		this.editors.add("changes", this.encoder.encode(Browser.PASSWORD));
		Browser here = Browser.loggedIn(this.mvc, "changes");
		Browser there = Browser.loggedIn(this.mvc, "changes");
		Browser.Form form = here.get("/admin/account").form("form[action$=password]");
		assertThat(form.set("old", "wrong")
			.set("password", "quite new words")
			.set("again", "quite new words")
			.press(null, "")
			.errors()).singleElement().asString().contains("not your password");
		assertThat(form.set("old", Browser.PASSWORD).set("again", "other new words").press(null, "").errors())
			.singleElement()
			.asString()
			.contains("differ");
		assertThat(form.set("again", "quite new words").press(null, "").text()).contains("Your password is changed");
		assertThat(here.get("/admin").path()).isEqualTo("/admin");
		assertThat(there.get("/admin").path()).isEqualTo("/admin/login");
	}

	@Test
	void cannotGuessAPasswordFromWithin() {
		this.editors.add("guesses", this.encoder.encode(Browser.PASSWORD));
		Browser browser = Browser.loggedIn(this.mvc, "guesses");
		Browser.Form form = browser.get("/admin/account")
			.form("form[action$=password]")
			.set("password", "quite new words")
			.set("again", "quite new words");
		for (int i = 0; i < 5; i++) {
			form.set("old", "guess " + i).press(null, "");
		}
		assertThat(form.set("old", Browser.PASSWORD).press(null, "").errors()).singleElement()
			.asString()
			.contains("Wait");
	}

	@Test
	void endTheirOtherSessions() {
		this.editors.add("roams", this.encoder.encode(Browser.PASSWORD));
		Browser here = Browser.loggedIn(this.mvc, "roams");
		Browser there = Browser.loggedIn(this.mvc, "roams");
		Browser elsewhere = Browser.loggedIn(this.mvc, "roams");
		assertThat(here.get("/admin/account").html().select("main section .plain-list > li")).hasSize(3);
		here.get("/admin/account").form("form[action*=sessions/]").press(null, "");
		assertThat(here.get("/admin/account").html().select("main section .plain-list > li")).hasSize(2);
		here.get("/admin/account").form("form[action$=sessions]").press(null, "");
		assertThat(here.get("/admin").path()).isEqualTo("/admin");
		assertThat(there.get("/admin").path()).isEqualTo("/admin/login");
		assertThat(elsewhere.get("/admin").path()).isEqualTo("/admin/login");
	}

	@Test
	void cannotEndTheSessionsOfOthers() {
		this.editors.add("stays", this.encoder.encode(Browser.PASSWORD));
		Browser stays = Browser.loggedIn(this.mvc, "stays");
		long id = this.jdbc.sql("select max(id) from login").query(Long.class).single();
		this.administrator.get("/admin/account")
			.form("form[action$=password]")
			.sendTo("/admin/account/sessions/" + id)
			.press(null, "");
		assertThat(stays.get("/admin").path()).isEqualTo("/admin");
	}

	@Test
	void areUnknownWithAClearMessage() {
		Browser.Page page = this.administrator.get("/admin/users/nobody-here");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.html().selectFirst("h1").text()).isEqualTo("There is no such account");
	}

	private Browser.Page add(String name, String role, String password) {
		return this.administrator.get("/admin/users")
			.form("form[action=/admin/users]")
			.set("name", name)
			.forge("role", role)
			.set("password", password)
			.press(null, "");
	}

	private Browser.Page logIn(String account, String password) {
		return new Browser(this.mvc).get("/admin/login")
			.form("main form")
			.set("username", account)
			.set("password", password)
			.press(null, "");
	}

}
