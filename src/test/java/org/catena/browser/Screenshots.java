package org.catena.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes pictures of each view at three widths, light and dark, to be looked at, and those
 * of the README. Not part of the tests; CONTRIBUTING.md has the command.
 */
class Screenshots extends InBrowser {

	private static final Path FOLDER = Path.of("target/screenshots");

	private static final Path README = Path.of("src/docs/views");

	private static final List<Integer> WIDTHS = List.of(390, 820, 1280);

	private static final Map<String, String> VIEWS = views();

	private static Map<String, String> views() {
		Map<String, String> views = new LinkedHashMap<>();
		views.put("home", "/");
		views.put("articles", "/articles");
		views.put("article", ARTICLE);
		views.put("plan", PLAN);
		views.put("point", PLAN + "/points/6");
		views.put("matrix", "/matrix");
		views.put("contradictions", "/contradictions");
		views.put("compare", "/compare?of=articles&left=baev-2025-12-09&right=rising-nepal-2025-12-04");
		views.put("claim", "/claims/baev-2025-12-09/c01");
		views.put("timeline", "/timeline");
		views.put("agent", "/agents/steve-witkoff");
		views.put("source", "/sources/prio");
		views.put("diff", ARTICLE + "/diff");
		views.put("plans", "/plans");
		views.put("crosswalk", PLAN + "/crosswalk/geneva-version");
		views.put("pictures", "/pictures");
		views.put("search", "/search?q=territory");
		views.put("concordance", "/search?q=security&view=kwic");
		views.put("hits", ARTICLE + "?q=mediation#hit-3");
		views.put("frequencies", "/frequencies?q=russia&q=ukraine&q=europe&by=source&of=occurrences");
		views.put("batch", "/batch");
		views.put("claims", "/claims?stance=opposes");
		views.put("about", "/about");
		views.put("about-search", "/about/search");
		views.put("agreement", "/about/agreement");
		views.put("coverage", "/about/coverage");
		views.put("balance", "/about/balance");
		return views;
	}

	/** The README's. */
	@Test
	void forTheReadme() throws IOException {
		Files.createDirectories(README);
		Page page = window((options) -> options.setViewportSize(1280, 860));
		for (String view : List.of("home", "article", "claim", "point", "plan", "crosswalk", "matrix", "contradictions",
				"compare", "timeline", "pictures", "agent", "search", "concordance", "frequencies", "balance")) {
			open(page, VIEWS.get(view));
			Path picture = README.resolve(view + ".jpeg");
			page.screenshot(new Page.ScreenshotOptions().setPath(picture).setType(ScreenshotType.JPEG).setQuality(75));
			assertThat(picture).isNotEmptyFile();
		}
	}

	@Test
	void ofEachView() throws IOException {
		Files.createDirectories(FOLDER);
		for (int width : WIDTHS) {
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				Page page = window((options) -> options.setViewportSize(width, (width * 5) / 4).setColorScheme(scheme));
				for (Map.Entry<String, String> view : VIEWS.entrySet()) {
					open(page, view.getValue());
					Path picture = FOLDER
						.resolve("%s-%d-%s.png".formatted(view.getKey(), width, scheme.name().toLowerCase()));
					page.screenshot(new Page.ScreenshotOptions().setPath(picture));
					assertThat(picture).isNotEmptyFile();
				}
				page.close();
			}
		}
	}

}
