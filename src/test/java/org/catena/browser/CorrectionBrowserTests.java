package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An editor corrects a published text: sees before what becomes of its claims, decides
 * what is in doubt, and finds all of it in the history.
 */
@TestPropertySource(properties = "catena.admin.password=a password for this test")
class CorrectionBrowserTests extends InBrowser {

	private static final String SLUG = "ash-2025-11-24";

	@Test
	void correctsATextAndFollowsItsClaims() {
		Page page = open("/articles/" + SLUG);
		Locator notes = page.locator(".note__claim");
		String first = notes.nth(0).getAttribute("href");
		String second = notes.nth(5).getAttribute("href");
		String mended = quote(first);
		String gone = quote(second);

		open("/admin/articles/" + SLUG + "/edit");
		page.locator("#username").fill("editor");
		page.locator("#password").fill("a password for this test");
		page.locator("main button.button").click();
		String text = page.locator("#text").inputValue();
		page.locator("#text")
			.fill(text.replace(mended, mended.replaceFirst("e", "ee")).replace(gone, "Words of the editor"));
		page.locator("button[name='publish']").first().click();

		assertThat(page.locator("h1")).hasText("What the correction changes");
		assertThat(page.locator(".diff ins").first()).isVisible();
		assertThat(page.locator(".tally tr:nth-child(3) td").first()).hasText(Pattern.compile("[1-9]\\d*"));
		assertAccessible(page);
		narrow(page);
		page.locator("#reason").fill("A misprint, and a passage taken back");
		page.locator("button[name='publish']").click();

		assertThat(page.locator("h1")).hasText("Claims that wait for an editor");
		assertAccessible(page);
		narrow(page);
		page.locator(".followed__claim a.plain-list__title").first().click();
		assertThat(page.locator("#quote-heading")).isVisible();
		assertAccessible(page);
		narrow(page);

		open(first);
		assertThat(page.locator(".reworded ins")).isVisible();
		assertThat(page.locator(".changes__item").first()).containsText("A misprint, and a passage taken back");
		assertAccessible(page);
		open("/admin" + first);
		assertThat(page.locator("h1")).hasText("Edit a claim");
		assertAccessible(page);
		narrow(page);
		for (String path : new String[] { "/articles/" + SLUG + "/history", "/admin/changes" }) {
			open(path);
			assertThat(page.locator(".changes").first()).containsText("A misprint, and a passage taken back");
			assertAccessible(page);
			narrow(page);
		}
	}

	/** The words of a claim, as its page shows them. */
	private String quote(String claim) {
		Page other = open(window((options) -> {
		}), claim);
		String words = other.locator(".in-context mark").textContent();
		assertThat(words).isNotEmpty();
		return words;
	}

	private void narrow(Page page) {
		page.setViewportSize(390, 800);
		assertNoSidewaysScrolling(page);
		page.setViewportSize(1280, 900);
	}

}
