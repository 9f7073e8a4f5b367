package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The search box while somebody types, by keyboard and pointer. */
class SuggestBrowserTests extends InBrowser {

	@Test
	void suggestsByKeyboard() {
		Page page = open("/search");
		Locator box = page.locator("#q");
		box.focus();
		page.keyboard().type("dimitr");
		Locator options = page.locator("main [role=option]");
		assertThat(options.filter(new Locator.FilterOptions().setHasText("Kirill Dmitriev"))).isVisible();
		assertThat(box).hasAttribute("aria-expanded", "true");
		assertAccessible(page);
		page.keyboard().press("ArrowDown");
		assertThat(options.first()).hasAttribute("aria-selected", "true");
		assertThat(box).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
		assertThat(box).isFocused();
		page.keyboard().press("Escape");
		assertThat(options).hasCount(0);
		assertThat(box).hasValue("dimitr");
		page.keyboard().type("i");
		assertThat(options.first()).isVisible();
		page.keyboard().press("ArrowUp");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile("/(agents|search).*[dD]i?mitriev"));
	}

	@Test
	void suggestsByPointer() {
		Page page = open("/");
		page.locator("#site-search-q").fill("kyiv po");
		page.locator("header [role=option]").filter(new Locator.FilterOptions().setHasText("Kyiv Post")).click();
		assertThat(page).hasURL(Pattern.compile("/sources/kyiv-post$"));
	}

	@Test
	void searchesWhatIsTypedOnEnter() {
		Page page = open("/search");
		page.locator("#q").fill("lavrov mediation");
		page.locator("#q").press("Enter");
		assertThat(page.locator("#found")).hasText("1 article that contains “lavrov” and “mediation”.");
		page.locator(".search__note a, .search-tabs a").first().focus();
		assertAccessible(page);
	}

}
