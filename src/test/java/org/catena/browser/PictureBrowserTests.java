package org.catena.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The pages with pictures, on a telephone and on a desk.
 */
class PictureBrowserTests extends InBrowser {

	@ParameterizedTest
	@ValueSource(strings = { "/pictures", "/pictures?network=claimants", "/about/balance", "/sources", "/agents",
			"/agents/vladimir-putin", "/timeline", "/matrix?columns=claimants", "/" })
	void fitsAndIsAccessible(String path) {
		for (int width : new int[] { 320, 1280 }) {
			page().setViewportSize(width, 800);
			Page page = open(path);
			assertNoSidewaysScrolling(page);
			assertAccessible(page);
		}
	}

	@Test
	void leadsFromAPictureToItsClaims() {
		Page page = open("/pictures");
		Locator row = page.locator("table[data-by=sources] tbody tr").first();
		row.locator("[data-stance=opposes].bar__part").click();
		assertThat(page).hasURL(Pattern.compile("/search\\?in=claims&source=.+&stance=opposes$"));
		page.goBack();
		page.locator(".network__node").first().click();
		assertThat(page).hasURL(Pattern.compile("/sources/.+$"));
	}

	@Test
	void leadsFromTheStartToWhatIsSaidOfThePointThatIsDisputedMost() {
		Page page = open("/");
		page.locator(".contested a").first().click();
		assertThat(page.locator("h1")).containsText("Territorial settlement");
	}

}
