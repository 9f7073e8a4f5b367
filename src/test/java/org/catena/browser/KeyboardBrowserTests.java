package org.catena.browser;

import java.util.Objects;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reader's way with Tab and Enter alone.
 */
class KeyboardBrowserTests extends InBrowser {

	/** More links than any page has before what a test looks for. */
	private static final int PATIENCE = 600;

	@Test
	void skipsToTheContent() {
		Page page = open("/");
		page.keyboard().press("Tab");
		assertThat(page.locator(".skip-link")).isFocused();
		assertThat(page.locator(".skip-link")).isInViewport();
		assertFocusIsVisible(page);
		page.keyboard().press("Enter");
		page.keyboard().press("Tab");
		assertThat(page.evaluate("() => document.activeElement.closest('main') !== null")).isEqualTo(true);
	}

	@Test
	void walksFromTheStartToAPoint() {
		Page page = open("/");
		tabTo(page, ".article-card a[href='" + ARTICLE + "']");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile(ARTICLE + "$"));

		tabTo(page, ".ref a");
		String claim = (String) page.evaluate("() => document.activeElement.id.replace('r-', '')");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile("#n-" + claim + "$"));

		// The next Tab goes on from the note, once the browser has drawn it.
		assertThat(page.locator("#n-" + claim)).isInViewport();
		page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
		page.keyboard().press("Tab");
		assertThat(page.locator("#n-" + claim + " .note__number")).isFocused();
		tabTo(page, "#n-" + claim + " .note__claim");
		page.keyboard().press("Enter");
		assertThat(page.locator("mark.claim")).isVisible();

		tabTo(page, ".breadcrumb a, .in-context__source a");
		assertFocusIsVisible(page);
		open(PLAN);
		tabTo(page, ".point-table__title a");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile(PLAN + "/points/1$"));
	}

	private static void tabTo(Page page, String selector) {
		for (int tab = 0; tab < PATIENCE; tab++) {
			page.keyboard().press("Tab");
			if (Objects.equals(true,
					page.evaluate("(selector) => document.activeElement.matches(selector)", selector))) {
				assertFocusIsVisible(page);
				return;
			}
		}
		throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
	}

	private static void assertFocusIsVisible(Page page) {
		assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
			.as("outline of what has the focus on %s", page.url())
			.isNotEqualTo("none");
	}

}
