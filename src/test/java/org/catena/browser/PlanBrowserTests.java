package org.catena.browser;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A researcher's way: from the start page to what is said on a point and by whom against
 * whom, by links alone.
 */
class PlanBrowserTests extends InBrowser {

	@ParameterizedTest
	@CsvSource({ "6, The Colloquium", "14, PRIO Comments", "21, The Rising Nepal" })
	void findsOutByOneLinkWhoStatesAPointAsItIsWritten(int number, String source) {
		Page page = open("/");
		page.locator(".point-table__title a[href$='/points/" + number + "']").click();
		assertThat(page.locator(".brief__answers dd").first()).containsText("By none.");
		assertThat(page.locator(".brief__answers dd").first()).containsText(source);
		page.locator(".brief__answers a[href='#discrepancies-heading']").click();
		assertThat(page.locator(".discrepancy").first()).isInViewport();
		assertAccessible(page);
	}

	@Test
	void findsOutWhoContradictsWhomOnAPoint() {
		Page page = open(PLAN + "/points/6");
		page.locator(".brief__pairs a").first().click();
		assertThat(page.locator("#pair-0 .facing__reason")).isInViewport();
		page.locator(".dossier__grouping a", new Page.LocatorOptions().setHasText("by source")).click();
		assertThat(page).hasURL(Pattern.compile("group=source"));
		assertThat(page.locator(".stance-group h2").first()).containsText("Kyiv Post");
		assertAccessible(page);
	}

	@Test
	void findsOutWhoIsSaidToHaveWrittenThePlan() {
		Page page = open("/");
		page.locator(".site-header__nav a", new Page.LocatorOptions().setHasText("The plan")).click();
		page.locator(".rows--matters a", new Page.LocatorOptions().setHasText("authorship")).click();
		assertThat(page.locator("h2.matter")).hasText("authorship");
		assertThat(page.locator(".facing").first()).isVisible();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plans", PLAN + "?sort=attention", "/plans/geneva-version",
			PLAN + "/crosswalk/geneva-version", PLAN + "/crosswalk/moscow-27-points", PLAN + "/points/1" })
	void isAccessible(String path) {
		Page page = open(path);
		assertAccessible(page);
		assertNoSidewaysScrolling(page);
	}

	@Test
	void printsADossierWithItsCitation() {
		Page page = open(PLAN + "/points/6");
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".site-header__nav")).isHidden();
		assertThat(page.locator(".dossier__grouping")).isHidden();
		assertThat(page.locator(".citation")).isVisible();
		assertThat(page.locator(".citation__address")).containsText("http://localhost");
		assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII)).hasSizeGreaterThan(20_000);
	}

}
