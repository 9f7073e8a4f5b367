package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claims are marked in the text by keyboard alone, and by mouse and finger.
 */
@TestPropertySource(properties = "catena.admin.password=a password for this test")
class MarkingBrowserTests extends InBrowser {

	private static final String TEXT = """
			Kyiv rejects the cap of 600,000 soldiers on its army. The plan bars Ukraine from NATO for ever 🛶 and the mayor regrets it.

			Nobody believes in the plan. Nobody believes in the plan. Moscow demands the whole of Donbas, and Washington agrees.""";

	@Test
	void marksFiveClaimsByKeyboard() {
		Page page = begin(page());
		Locator quote = page.locator("#claim-exact");
		assertThat(quote).hasValue("Kyiv rejects the cap of 600,000 soldiers on its army.");
		assertAccessible(page);

		keys(page, "?");
		assertThat(page.locator("#keys")).isVisible();
		assertAccessible(page);
		keys(page, "Escape");
		assertThat(page.locator("#keys")).isHidden();

		// The first: begins and ends where its words do, with the point by its words.
		keys(page, "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
		assertThat(quote).hasValue("Kyiv rejects the cap of 600,000 soldiers");
		keys(page, "Shift+ArrowRight", "w", "w", "b");
		assertThat(quote).hasValue("rejects the cap of 600,000 soldiers on");
		keys(page, "e", "o", "2", "a", "f");
		assertThat(page.locator("#claim-about")).isFocused();
		page.keyboard().type("army cap");
		assertThat(page.locator("[role=option]").first()).hasText(Pattern.compile("^6 "));
		assertAccessible(page);
		keys(page, "Enter", "Escape");
		assertThat(page.locator("#claim-about")).hasValue("6, ");
		rest(page, "Kyiv refuses the cap on its army.");
		keys(page, "Control+Enter");
		assertThat(page.locator(".marking__panel .notice")).hasText("Claim 1 is saved.");
		assertThat(page.locator("[data-sentence='2']")).hasAttribute("aria-current", "true");

		// The second, incomplete at first: what was typed is there again.
		assertThat(quote).hasValue("The plan bars Ukraine from NATO for ever 🛶 and the mayor regrets it.");
		keys(page, "d", "u", "2", "c", "Control+Enter");
		assertThat(page.locator(".error-summary")).containsText("Say in one sentence");
		expectRefusedForm();
		assertAccessible(page);
		assertThat(page.locator("input[name=claim-kind]:checked")).hasValue("descriptive");
		keys(page, "Escape", "Shift+Digit1");
		assertThat(page.locator("#claim-about")).hasValue("7");
		rest(page, "The plan keeps Ukraine out of NATO.");
		keys(page, "Control+Enter");
		assertThat(page.locator(".marking__panel .notice")).hasText("Claim 2 is saved.");

		// The third and the fourth have the same words.
		page.locator("[data-sentence='3'][aria-current=true]").waitFor();
		whole(page, "Nobody trusts the plan.");
		page.locator("[data-sentence='4'][aria-current=true]").waitFor();
		assertThat(quote).hasValue("Nobody believes in the plan.");
		whole(page, "Again nobody trusts the plan.");
		page.locator("[data-sentence='5'][aria-current=true]").waitFor();
		assertThat(page.locator("[data-sentence='3'] mark")).hasText("Nobody believes in the plan.");
		assertThat(page.locator("[data-sentence='4'] mark")).hasText("Nobody believes in the plan.");

		// The fifth after a look back.
		keys(page, "k", "j");
		whole(page, "Moscow asks for all of Donbas.");
		assertThat(page.locator(".marking__panel .notice")).hasText("Claim 5 is saved.");
		assertThat(page.locator(".page-head")).containsText("5 of 5 sentences carry a claim");
		assertThat(page.locator("details:has(.marking__claims) .problem-word")).hasCount(0);
		assertAccessible(page);
		assertNoSidewaysScrolling(page);
	}

	@Test
	void marksWhatIsSelected() {
		Page page = begin(page());
		BoundingBox words = page.locator("[data-sentence='5']").boundingBox();
		page.locator("[data-sentence='5']").scrollIntoViewIfNeeded();
		words = page.locator("[data-sentence='5']").boundingBox();
		page.mouse().move(words.x + 60, words.y + 12);
		page.mouse().down();
		page.mouse().move(words.x + 200, words.y + 12);
		page.mouse().up();
		String selected = (String) page.evaluate("() => getSelection().toString().trim()");
		assertThat(selected).isNotEmpty();
		assertThat(page.locator("#claim-exact")).hasValue(selected);
	}

	@Test
	void opensASheetInANarrowWindow() {
		Page page = begin(window((options) -> options.setViewportSize(390, 844).setHasTouch(true)));
		Locator panel = page.locator("#entry");
		assertThat(panel).isHidden();
		page.locator("#s-2").tap();
		assertThat(panel).isVisible();
		assertThat(page.locator("#claim-exact")).hasValue(Pattern.compile("^The plan bars"));
		assertAccessible(page);
		assertNoSidewaysScrolling(page);
		page.locator("[data-close]").tap();
		assertThat(panel).isHidden();
		page.locator("[data-open]").tap();
		assertThat(panel).isVisible();
	}

	@Test
	void relatesClaimsOnAnAccessiblePage() {
		Page page = logIn(page());
		open("/admin/relations");
		assertAccessible(page);
		open("/admin/claims/baev-2025-12-09/c01/relations?with=ash-2025-11-24/c01");
		assertAccessible(page);
		page.setViewportSize(390, 844);
		assertNoSidewaysScrolling(page);
	}

	private Page logIn(Page page) {
		open(page, "/admin");
		page.locator("#username").fill("editor");
		page.locator("#password").fill("a password for this test");
		page.locator("main button.button").click();
		assertThat(page.locator("h1")).hasText("Editors’ page");
		return page;
	}

	private Page begin(Page page) {
		logIn(page);
		open(page, "/admin/articles/new");
		page.locator("#title").fill("Marked by keyboard");
		page.locator("#text").fill(TEXT);
		page.locator("button[name=mark]").click();
		assertThat(page.locator("h1")).hasText("Mark claims");
		page.locator(".marking--keys").waitFor();
		return page;
	}

	/** A whole sentence becomes a claim about the plan. */
	private static void whole(Page page, String paraphrase) {
		keys(page, "e", "o", "1", "a");
		rest(page, paraphrase);
		keys(page, "Control+Enter");
	}

	private static void rest(Page page, String paraphrase) {
		keys(page, ",");
		page.keyboard().type(paraphrase);
		keys(page, "Escape", ".");
		page.keyboard().type("0.8");
		keys(page, "Escape");
	}

	private static void keys(Page page, String... keys) {
		for (String key : keys) {
			page.keyboard().press(key);
		}
	}

}
