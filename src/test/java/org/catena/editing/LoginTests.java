package org.catena.editing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class LoginTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/admin", "/admin/articles/new", "/admin/drafts/1", "/admin/ingests", "/admin/kept",
			"/admin/articles/ash-2025-11-24/edit", "/admin/nothing-here" })
	void isNeededForThePagesOfEditors(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(302).hasRedirectedUrl("/admin/login");
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		Browser browser = new Browser(this.mvc);
		Browser.Page page = logIn(browser.get("/admin/ingests"), Browser.PASSWORD);
		assertThat(page.path()).startsWith("/admin/ingests");
		assertThat(page.text()).contains("Signed in as editor");
	}

	@Test
	void keepsTheAccountAndSaysWhatIsWrong() {
		Browser.Page page = logIn(new Browser(this.mvc).get("/admin/login"), "wrong");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.errors()).singleElement().asString().contains("do not belong together");
		assertThat(page.form("main form").value("username")).isEqualTo("editor");
		assertThat(page.form("main form").value("password")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nobody", "ed\u0000itor", "' or 1=1 --", "ed😀tor" })
	void refusesNamesOfNobody(String account) {
		Browser.Page page = new Browser(this.mvc).get("/admin/login")
			.form("main form")
			.set("username", account)
			.set("password", Browser.PASSWORD)
			.press(null, "");
		assertThat(page.status()).isEqualTo(401);
	}

	@Test
	void isSlowedDownAfterFiveFailures() {
		Browser browser = new Browser(this.mvc);
		for (int i = 0; i < 5; i++) {
			assertThat(guess(browser).status()).isEqualTo(401);
		}
		Browser.Page page = guess(browser);
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.errors()).singleElement().asString().contains("Too many attempts", "seconds");
	}

	@Test
	void endsByPostOnly() {
		Browser browser = Browser.loggedIn(this.mvc);
		assertThat(browser.get("/admin/logout").status()).isNotEqualTo(200);
		assertThat(browser.get("/admin").status()).isEqualTo(200);
		Browser.Page page = browser.get("/admin").form("form.editing-bar__account").press(null, "");
		assertThat(page.text()).contains("You are logged out");
		assertThat(browser.get("/admin").path()).isEqualTo("/admin/login");
	}

	@Test
	void changesTheSession() {
		Browser browser = new Browser(this.mvc);
		String before = browser.sessionId();
		logIn(browser.get("/admin/login"), Browser.PASSWORD);
		assertThat(browser.sessionId()).isNotEqualTo(before);
	}

	@Test
	void isNotNeededElsewhere() {
		assertThat(this.mvc.get().uri("/css/catena.css")).hasStatusOk();
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
	}

	@Test
	void isNeededForMeasurements() {
		assertThat(this.mvc.get().uri("/actuator/prometheus")).hasStatus(401);
	}

	/** A session that was ended, or whose account was disabled, must not go on there. */
	@Test
	void isNeededForEachMeasurementAnew() {
		assertThat(this.mvc.get().uri("/actuator/prometheus").session(Browser.loggedIn(this.mvc).session()))
			.hasStatus(401);
		assertThat(this.mvc.get()
			.uri("/actuator/prometheus")
			.header("Authorization",
					"Basic " + java.util.Base64.getEncoder()
						.encodeToString((FirstAccount.NAME + ":" + Browser.PASSWORD).getBytes()))
			.exchange()
			.getResponse()
			.getStatus()).isNotEqualTo(401);
	}

	@Test
	void refusesWhatAnotherSiteSends() {
		assertThat(this.mvc.post().uri("/admin/ingests").session(Browser.loggedIn(this.mvc).session())).hasStatus(403)
			.bodyText()
			.contains("This was not done");
	}

	@Test
	void sendsHeadersThatKeepPagesToThemselves() {
		assertThat(this.mvc.get().uri("/admin/login")).headers()
			.hasHeaderSatisfying("Content-Security-Policy",
					(values) -> assertThat(values.get(0)).startsWith("default-src 'self'")
						.contains("frame-ancestors 'none'"))
			.hasValue("X-Content-Type-Options", "nosniff")
			.containsHeader("Referrer-Policy");
	}

	private Browser.Page guess(Browser browser) {
		return browser.get("/admin/login")
			.form("main form")
			.set("username", "guessed")
			.set("password", "guess")
			.press(null, "");
	}

	private static Browser.Page logIn(Browser.Page page, String password) {
		return page.form("main form").set("username", "editor").set("password", password).press(null, "");
	}

}
