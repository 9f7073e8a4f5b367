package org.catena.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way of a new editor by keyboard alone: a raw text is pasted, cleaned,
 * described, five claims are marked, it is published, corrected inside a claim and before
 * it, and the change is found in the history.
 */
@TestPropertySource(properties = "catena.admin.password=a password for this test")
class WorkbenchBrowserTests extends InBrowser {

	private static final Path RAW = Path.of("corpus", "raw", "001_ffafa9a9f8c5a8a9.txt");

	private static final String INSIDE = "Last week, phone conversations";

	@Test
	void takesAPieceFromItsRawTextToItsHistory() throws IOException {
		Page page = logIn();
		follow(page, "a[href='/admin/intake']", "Take in a piece");
		assertAccessible(page);
		tabTo(page, "#text");
		page.keyboard().insertText(Files.readString(RAW));
		follow(page, "form:has(#text) button", "Look at the piece");
		assertThat(page.locator("section:has(#duplicates)")).containsText("of its words stand there");
		assertThat(page.locator(".review__lines del").first()).isVisible();
		assertAccessible(page);
		follow(page, "button[name=accept]", "Draft of an article");
		describe(page);
		assertAccessible(page);
		follow(page, "button[name=mark]", "Mark claims");
		page.locator(".marking--keys").waitFor();
		mark(page);
		follow(page, ".page-head a.button", "Draft of an article");
		assertThat(page.locator(".people-kept-here")).hasCount(0);
		follow(page, "button[name=publish]", "What is Really on the Table in the Russia-Ukraine Peace Negotiations?");
		assertThat(page.locator("mark.claim").first()).containsText("The terms of the proposal");
		assertThat(page.locator("#marked")).containsText("5 claims");
		assertAccessible(page);
		String before = Objects.requireNonNull(page.locator(".note__claim").nth(0).getAttribute("href"));
		String inside = Objects.requireNonNull(page.locator(".note__claim").nth(1).getAttribute("href"));

		follow(page, ".editors-links a[href$='/edit']", "Edit an article");
		correct(page);
		follow(page, "button[name=publish]", "What the correction changes");
		assertThat(page.locator(".tally td:nth-child(2)").allTextContents().toString()).isEqualTo("[3, 1, 1, 0]");
		assertAccessible(page);
		tabTo(page, "#reason");
		page.keyboard().type("Two misprints");
		page.keyboard().press("Enter");
		assertThat(page.locator("main > .notice")).hasText("The correction is published.");

		tabTo(page, "a[href='" + before + "']");
		page.keyboard().press("Enter");
		assertThat(page.locator(".in-context mark"))
			.hasText(Pattern.compile("^The terms of the proposal .*position\\.$"));
		assertThat(page.locator(".reworded")).hasCount(0);
		page.goBack();
		tabTo(page, "a[href='" + inside + "']");
		page.keyboard().press("Enter");
		assertThat(page.locator(".in-context mark")).hasText(Pattern.compile("^Last week, phone conversation between"));
		assertThat(page.locator(".reworded del")).hasText("conversations");
		assertThat(page.locator(".changes__item").first()).containsText("Two misprints");
		assertAccessible(page);
		tabTo(page, ".editors-links a[href$='/history']");
		page.keyboard().press("Enter");
		assertThat(page.locator(".changes").first()).containsText("Two misprints");
		assertAccessible(page);
	}

	private Page logIn() {
		Page page = open("/admin");
		tabTo(page, "#username");
		page.keyboard().type("editor");
		page.keyboard().press("Tab");
		page.keyboard().type("a password for this test");
		page.keyboard().press("Enter");
		assertThat(page.locator("h1")).hasText("Editors’ page");
		return page;
	}

	/** What the text does not say: its date, and from what that follows. */
	private static void describe(Page page) {
		assertThat(page.locator("#title-basis")).hasValue("printed");
		assertThat(page.locator("#source")).hasValue("the-colloquium");
		tabTo(page, "#date");
		page.keyboard().type("2025-12-04~");
		tabTo(page, "#date-basis");
		page.keyboard().type("Inferred");
		tabTo(page, ".basis:has(#date-basis) summary");
		page.keyboard().press("Enter");
		tabTo(page, "#date-evidence");
		page.keyboard().type("Two weeks ago, that is after 20 November");
	}

	private void mark(Page page) {
		Locator saved = page.locator(".marking__panel .notice");
		page.keyboard().press("j");
		for (int claim = 1; claim <= 5; claim++) {
			for (String key : new String[] { "e", "o", "1", "a", "f" }) {
				page.keyboard().press(key);
			}
			page.keyboard().type("7");
			page.keyboard().press("Enter");
			page.keyboard().press("Escape");
			page.keyboard().press(",");
			page.keyboard().type("The plan is judged, in sentence " + claim + ".");
			page.keyboard().press("Escape");
			page.keyboard().press(".");
			page.keyboard().type("0.8");
			page.keyboard().press("Control+Enter");
			assertThat(saved).hasText("Claim " + claim + " is saved.");
		}
	}

	/** One word before all claims, and one inside the second. */
	private static void correct(Page page) {
		tabTo(page, "#text");
		page.keyboard().press("Control+Home");
		page.keyboard().press("Control+Delete");
		page.keyboard().type("Some");
		int target = page.locator("#text").inputValue().indexOf(INSIDE) + INSIDE.length();
		for (int words = 0; words < 200; words++) {
			if (((Number) page.evaluate("() => document.activeElement.selectionStart")).intValue() >= target) {
				break;
			}
			page.keyboard().press("Control+ArrowRight");
		}
		assertThat(page.evaluate("() => document.activeElement.selectionStart")).isEqualTo(target);
		page.keyboard().press("Backspace");
	}

	private static void follow(Page page, String selector, String heading) {
		tabTo(page, selector);
		page.keyboard().press("Enter");
		assertThat(page.locator("h1")).hasText(heading);
	}

	private static void tabTo(Page page, String selector) {
		for (int tab = 0; tab < 400; tab++) {
			page.keyboard().press("Tab");
			if (Boolean.TRUE
				.equals(page.evaluate("(selector) => document.activeElement.matches(selector)", selector))) {
				return;
			}
		}
		throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
	}

}
