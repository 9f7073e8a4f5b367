package org.catena.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages on the smallest of telephones: 320 CSS pixels wide, as WCAG's criterion on reflow
 * asks.
 */
class NarrowBrowserTests extends InBrowser {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/articles", ARTICLE, PLAN, PLAN + "/points/6", PLAN + "/points/7",
			PLAN + "?sort=contest", PLAN + "/points/21?group=source", PLAN + "/crosswalk/geneva-version", "/plans",
			"/plans/geneva-version", "/claims/baev-2025-12-09/c01", "/matrix", "/contradictions", "/compare",
			"/sources/prio", "/agents/pavel-k-baev", "/about", "/about/codebook", "/about/agreement", "/about/coverage",
			"/about/suggestions", "/timeline", "/about/api", "/about/data", "/releases", "/about/search", "/search",
			"/search?q=lavrov+mediation", "/search?q=xyzzy+nato&stance=opposes",
			"/search?q=point:7&in=claims&month=2025-12" })
	void fitsAndIsAccessible(String path) {
		page().setViewportSize(320, 640);
		Page page = open(path);
		assertNoSidewaysScrolling(page);
		assertAccessible(page);
	}

}
