package org.catena.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** From a concordance into an article and from hit to hit there. */
class ConcordanceBrowserTests extends InBrowser {

	@Test
	void leadsFromALineToItsHitAndOn() {
		Page page = open("/search?q=russia&view=kwic&source=prio");
		assertAccessible(page);
		page.locator(".kwic__match a").nth(1).click();
		page.waitForURL("**" + ARTICLE + "?q=russia#hit-2");
		Locator nav = page.locator(".hit-nav:visible");
		assertThat(nav).containsText("Hit 2 of");
		assertAccessible(page);
		nav.getByText("Next").click();
		assertThat(nav).containsText("Hit 3 of");
		page.keyboard().press("n");
		assertThat(nav).containsText("Hit 4 of");
		page.keyboard().press("p");
		assertThat(nav).containsText("Hit 3 of");
		page.locator(".hits-bar input").uncheck();
		page.keyboard().press("n");
		assertThat(nav).containsText("Hit 3 of");
	}

	@Test
	void leadsFromHitToHitWithoutScripts() {
		Page page = open(window((options) -> options.setJavaScriptEnabled(false)), ARTICLE + "?q=russia");
		page.getByText("First hit").click();
		Locator nav = page.locator(".hit-nav:visible");
		assertThat(nav).containsText("Hit 1 of");
		nav.getByText("Next").click();
		assertThat(nav).containsText("Hit 2 of");
		nav.getByText("Previous").click();
		assertThat(nav).containsText("Hit 1 of");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search?q=trump&view=kwic", "/search?q=trump&view=kwic&in=claims",
			"/frequencies?q=russia&q=nato&by=source", "/batch", "/articles/baev-2025-12-09?q=russia" })
	void fitsANarrowWindow(String address) {
		page().setViewportSize(320, 700);
		Page page = open(address);
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
		assertAccessible(page);
	}

	@Test
	void isATableAlsoWhereItIsNarrow() {
		page().setViewportSize(320, 700);
		Page page = open("/search?q=trump&view=kwic");
		assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ROW).count()).isGreaterThan(10);
		assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.COLUMNHEADER).count()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/frequencies", "/frequencies?q=russia&q=kremlin&by=point", "/batch" })
	void isAccessible(String address) {
		assertAccessible(open(address));
	}

	@Test
	void answersABatch() {
		Page page = open("/batch");
		page.locator("#queries").fill("russia\n((");
		page.locator("button[value=page]").click();
		assertThat(page.locator(".frequencies__table tbody tr")).hasCount(2);
		assertAccessible(page);
	}

}
