package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drafts are saved while somebody types, without a network and over a log-in in between.
 */
@TestPropertySource(properties = "catena.admin.password=a password for this test")
class DraftBrowserTests extends InBrowser {

	private static final String PASSWORD = "a password for this test";

	private static final Pattern SAVED = Pattern.compile("Saved at \\d");

	@Autowired
	private JdbcClient jdbc;

	@Test
	void savesWhileSomebodyTypes() {
		Page page = logIn(page());
		open("/admin/articles/new");
		page.locator("#title").fill("Typed and never sent");
		assertThat(status(page)).hasText(SAVED);
		assertThat(page).hasURL(Pattern.compile("/admin/drafts/\\d+$"));
		page.locator("#text").fill("A paragraph.");
		assertThat(page.locator("input[name=revision]")).hasValue("2");
		page.reload();
		assertThat(page.locator("#title")).hasValue("Typed and never sent");
		assertThat(page.locator("#text")).hasValue("A paragraph.");
		page.locator("button[name=save]").last().click();
		assertThat(page.locator("main")).containsText("The draft is saved");
		assertAccessible(page);
	}

	@Test
	void keepsWhatIsTypedWithoutANetwork() {
		Page page = logIn(page());
		open("/admin/articles/new");
		page.locator("#title").fill("Before");
		assertThat(status(page)).hasText(SAVED);
		BrowserContext profile = page.context();
		profile.setOffline(true);
		page.locator("#title").fill("Typed in a tunnel");
		assertThat(status(page)).containsText("No connection");
		expectErrors("ERR_INTERNET_DISCONNECTED");
		profile.setOffline(false);
		assertThat(status(page)).hasText(SAVED);
		assertThat(this.jdbc.sql("select count(*) from draft where title = 'Typed in a tunnel'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void givesBackWhatTheServerNeverGot() {
		Page page = logIn(page());
		open("/admin/articles/new");
		page.locator("#title").fill("Base");
		assertThat(status(page)).hasText(SAVED);
		String draft = page.url();
		page.context().setOffline(true);
		page.locator("#title").fill("Kept by the browser");
		assertThat(status(page)).containsText("No connection");
		expectErrors("ERR_INTERNET_DISCONNECTED");
		page.context().setOffline(false);
		this.jdbc.sql("update login set ended_at = now() where ended_at is null").update();
		page.navigate("about:blank");
		page.navigate(draft);
		logIn(page);
		page.navigate(draft);
		assertThat(page.locator("#title")).hasValue("Base");
		assertThat(page.locator(".people-kept-here")).containsText("could not save");
		assertAccessible(page);
		page.locator(".people-kept-here button").first().click();
		assertThat(page.locator("#title")).hasValue("Kept by the browser");
	}

	@Test
	void isThereAgainAfterALogInInBetween() {
		Page page = logIn(page());
		open("/admin/articles/new");
		page.locator("#title").fill("Session");
		assertThat(status(page)).hasText(SAVED);
		this.jdbc.sql("update login set ended_at = now() where ended_at is null").update();
		page.locator("#title").fill("Typed when the session had ended");
		assertThat(status(page)).containsText("Your session has ended");
		page.locator("button[name=save]").last().click();
		assertThat(page.locator("main")).containsText("Nothing that you typed is lost");
		assertAccessible(page);
		page.locator("#username").fill("editor");
		page.locator("#password").fill(PASSWORD);
		page.locator("main button.button").click();
		assertThat(page.locator("#title")).hasValue("Typed when the session had ended");
		page.locator("button[name=save]").last().click();
		assertThat(page.locator("main")).containsText("The draft is saved");
		expectErrors("status of 401");
		expectErrors("status of 403");
	}

	@Test
	void saysThatSomebodyElseHasSavedAndShowsBoth() {
		Page page = logIn(page());
		open("/admin/articles/new");
		page.locator("#title").fill("Both of us");
		assertThat(status(page)).hasText(SAVED);
		Page other = page.context().newPage();
		other.navigate(page.url());
		other.locator("#title").fill("Theirs");
		assertThat(status(other)).hasText(SAVED);
		page.locator("#title").fill("Mine");
		assertThat(status(page)).containsText("Somebody else has saved this too");
		page.locator("button[name=save]").last().click();
		assertThat(page.locator(".clash")).containsText("Theirs");
		assertAccessible(page);
		page.locator(".clash input[value=title]").check();
		page.locator("button[name=save]").last().click();
		assertThat(page.locator("#title")).hasValue("Theirs");
		expectErrors("status of 409");
	}

	@Test
	void hasAccessiblePagesForPeople() {
		Page page = logIn(page());
		for (String path : new String[] { "/admin", "/admin/users", "/admin/users/editor", "/admin/account",
				"/admin/reviews", "/admin/sources", "/admin/sources/prio", "/admin/agents/pavel-k-baev",
				"/admin/agents/jd-vance/merge?into=dan-driscoll", "/admin/articles/ash-2025-11-24",
				"/admin/corpus-files" }) {
			open(path);
			assertAccessible(page);
			page.setViewportSize(320, 700);
			assertNoSidewaysScrolling(page);
			page.setViewportSize(1280, 900);
		}
	}

	private static Locator status(Page page) {
		return page.locator("[data-autosave-status]");
	}

	private Page logIn(Page page) {
		if (!page.url().contains("/admin/login")) {
			page.navigate("/admin/login");
		}
		page.locator("#username").fill("editor");
		page.locator("#password").fill(PASSWORD);
		page.locator("main button.button").click();
		assertThat(page.locator(".editing-bar__account")).containsText("editor");
		return page;
	}

}
