package org.catena.browser;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader's way: from an article to a claim, to its point, to what another source says
 * on it.
 */
class ReaderBrowserTests extends InBrowser {

	@Test
	void followsAClaimToItsPointAndToAnotherSource() {
		Page page = open("/");
		assertAccessible(page);

		page.locator(".article-card a[href='" + ARTICLE + "']").click();
		assertThat(page.locator("h1")).hasText("Quality of mediation is a major issue in the Ukraine peace process");
		assertAccessible(page);

		Locator note = page.locator(".note:has(.points a)").first();
		String claim = note.getAttribute("id").substring("n-".length());
		page.locator("#r-" + claim).click();
		assertThat(page).hasURL(Pattern.compile("#n-" + claim + "$"));
		assertThat(note).isInViewport();
		note.locator(".note__number").click();
		assertThat(page.locator("#r-" + claim)).isInViewport();

		String paraphrase = note.locator(".note__claim").innerText();
		note.locator(".note__claim").click();
		assertThat(page.locator("h1")).hasText(paraphrase);
		assertThat(page.locator("mark.claim")).isVisible();
		assertAccessible(page);

		page.locator(".point-links a").first().click();
		assertThat(page.locator(".point-number")).isVisible();
		assertAccessible(page);
		String point = page.url();
		String from = page.locator(".by-source__name a[href='" + ARTICLE + "']").first().innerText();

		Locator other = page.locator(".by-source")
			.filter(new Locator.FilterOptions().setHasNot(page.locator(".by-source__name a[href='" + ARTICLE + "']")))
			.first();
		assertThat(other.locator(".by-source__name a")).not().hasText(from);
		String quote = other.locator(".claim-card__quote").first().innerText();
		other.locator(".claim-card__quote a").first().click();
		assertThat(page.locator(".edition")).isVisible();
		assertThat(page.url()).doesNotContain(ARTICLE);
		Locator words = page.locator(".anchor:target + mark, .anchor:target + .anchor + mark").first();
		assertThat(words).isInViewport();
		assertThat(quote.replace('\u201c', ' ').strip()).startsWith(words.innerText().strip());
		assertAccessible(page);

		page.goBack();
		assertThat(page.url()).isEqualTo(point);
	}

	@Test
	void readsWithoutScripts() {
		Page page = window((options) -> options.setJavaScriptEnabled(false));
		open(page, ARTICLE);
		assertThat(page.locator("mark.claim").first()).isVisible();
		page.locator(".ref a").first().click();
		page.locator(".note__claim").first().click();
		assertThat(page.locator("mark.claim")).isVisible();
		page.locator(".breadcrumb a").click();
		assertThat(page.locator(".edition")).isVisible();
	}

	@Test
	void printsTextWithNotesAndWithoutNavigation() {
		Page page = open(ARTICLE);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".site-header__nav")).isHidden();
		assertThat(page.locator(".site-search")).isHidden();
		assertThat(page.locator(".passage__text").first()).isVisible();
		assertThat(page.locator(".note").first()).isVisible();
		assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII)).hasSizeGreaterThan(20_000);
	}

}
