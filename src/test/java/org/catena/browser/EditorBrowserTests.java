package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An editor's way: search, log in, add a piece with a claim, publish it, find it.
 */
@TestPropertySource(properties = "catena.admin.password=a password for this test")
class EditorBrowserTests extends InBrowser {

	private static final String TEXT = """
			The shipyard at Kaldfjord 🛶 was quiet when the envoys came.

			Nobody in Kaldfjord believes that six hundred thousand soldiers are enough, and the mayor says so.""";

	@Test
	void addsAPieceAndFindsIt() {
		Page page = open("/");
		page.locator("#site-search-q").fill("dmitriev");
		page.locator("#site-search-q").press("Enter");
		assertThat(page.locator("main")).containsText("Dimitriev");
		assertAccessible(page);
		page.locator(".search-tabs a", new Page.LocatorOptions().setHasText("Claims")).click();
		assertThat(page).hasURL(Pattern.compile("in=claims"));
		assertAccessible(page);

		open("/admin");
		assertAccessible(page);
		page.locator("#username").fill("editor");
		page.locator("#password").fill("a password for this test");
		page.locator("main button.button").click();
		assertThat(page.locator("h1")).hasText("Editors’ page");
		assertAccessible(page);

		open("/admin/articles/new");
		assertAccessible(page);
		page.locator("button[name='publish']").first().click();
		Locator summary = page.locator("[role='alert']");
		assertThat(summary).containsText("There is a problem");
		assertAccessible(page);
		expectRefusedForm();
		for (Locator link : summary.locator("a").all()) {
			assertThat(page.locator(link.getAttribute("href"))).hasCount(1);
		}

		page.locator("#text").fill(TEXT);
		page.locator("#title").fill("Quiet <b>days</b> at Kaldfjord");
		page.locator("#title-basis").selectOption("printed");
		page.locator("#source").selectOption("prio");
		page.locator("#source-basis").selectOption("printed");
		page.locator("#authors-not-stated").check();
		page.locator("#authors-basis").selectOption("unknown");
		page.locator("#date").fill("2025-12-10~");
		page.locator("#date-basis").selectOption("printed");
		page.locator("#language-basis").selectOption("printed");
		page.locator("button[name='add-claim']").first().click();
		assertThat(page.locator("#text")).hasValue(TEXT);
		page.locator("#claims-0-exact")
			.fill("Nobody in Kaldfjord believes that six hundred thousand soldiers are enough");
		page.locator("#claims-0-paraphrase").fill("People in Kaldfjord hold the cap on the army to be too low.");
		page.locator("#claims-0-about").fill("6");
		select(page, "kind", "evaluative");
		select(page, "target", "point");
		select(page, "aspect", "acceptability");
		select(page, "stance", "opposes");
		page.locator("#claims-0-confidence").fill("0.9");
		assertAccessible(page);
		page.locator("button[name='publish']").first().click();

		assertThat(page.locator("h1")).hasText("Quiet <b>days</b> at Kaldfjord");
		assertThat(page.locator("mark.claim--opposes").first()).containsText("Nobody in Kaldfjord");
		assertThat(page.locator("main")).containsText("Author not stated");
		assertAccessible(page);

		page.waitForTimeout(2_000);
		page.locator("#site-search-q").fill("Kaldfjord");
		page.locator("#site-search-q").press("Enter");
		assertThat(page.locator("main")).containsText("Quiet <b>days</b> at Kaldfjord");
		open(PLAN + "/points/6");
		assertThat(page.locator("main")).containsText("Nobody in Kaldfjord believes");
	}

	private static void select(Page page, String field, String value) {
		page.locator("#claims-0-" + field).selectOption(value);
	}

}
