package org.catena.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test that uses the site as a reader does: the application with the corpus in it, on a
 * port of its own, and Chromium, with a fresh profile for each test method. What the
 * browser reports as an error on a page fails the test.
 */
@ExtendWith(ChromiumCondition.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class InBrowser {

	/** The article that journeys begin with. */
	static final String ARTICLE = "/articles/baev-2025-12-09";

	static final String PLAN = "/plans/28-point-plan";

	/** No sandbox, because builds run as root; the rest keeps Chromium to the site. */
	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	/** For a page or a state to come about, also on a machine that does other things. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** What of axe-core's rules colours decide. */
	private static final List<String> ON_COLOUR = List.of("color-contrast", "link-in-text-block");

	/** One for all classes; ended with the tests. */
	private static @Nullable Browser browser;

	private final List<BrowserContext> profiles = new ArrayList<>();

	private final List<String> errors = new ArrayList<>();

	@LocalServerPort
	private int port;

	private @Nullable Page page;

	@BeforeAll
	static void startChromium() {
		if (browser == null) {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
			Playwright playwright = Playwright.create();
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
			browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(ChromiumCondition.executable())
					.setArgs(FLAGS));
		}
	}

	@BeforeEach
	void openWindow() {
		this.page = window((options) -> options.setViewportSize(1280, 900));
	}

	@AfterEach
	void closeWindows() {
		this.profiles.forEach(BrowserContext::close);
		assertThat(this.errors).as("errors in the browser").isEmpty();
	}

	/** Takes note of what the browser reports where a form is refused as it should be. */
	void expectRefusedForm() {
		assertThat(this.errors.removeIf((error) -> error.contains("status of 422"))).as("a form was refused").isTrue();
	}

	/** Takes note of what the browser reports where a request is to fail. */
	void expectErrors(String part) {
		assertThat(this.errors.removeIf((error) -> error.contains(part))).as("an error with " + part).isTrue();
	}

	/** A window with a profile of its own, besides {@link #page()}. */
	Page window(Consumer<Browser.NewContextOptions> customizer) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.port);
		customizer.accept(options);
		BrowserContext profile = Objects.requireNonNull(browser).newContext(options);
		profile.setDefaultTimeout(PATIENCE.toMillis());
		this.profiles.add(profile);
		profile.onConsoleMessage((message) -> {
			if ("error".equals(message.type())) {
				this.errors.add(message.text() + " at " + message.location());
			}
		});
		profile.onWebError((error) -> this.errors.add(error.error()));
		return profile.newPage();
	}

	/** The window that every test has. */
	Page page() {
		return Objects.requireNonNull(this.page);
	}

	/** Opens an address of the site in {@link #page()}. */
	Page open(String path) {
		return open(page(), path);
	}

	Page open(Page window, String path) {
		assertThat(Objects.requireNonNull(window.navigate(path)).status()).as(path).isEqualTo(200);
		return window;
	}

	/**
	 * Nothing is found by axe-core, neither on light nor on dark ground, where only
	 * colours are others.
	 */
	void assertAccessible(Page page) {
		assertNoViolation(page, ColorScheme.DARK, axe(page).withRules(ON_COLOUR));
		assertNoViolation(page, ColorScheme.LIGHT, axe(page));
	}

	/** In one go in the page itself: no page of the site has frames. */
	private static AxeBuilder axe(Page page) {
		return new AxeBuilder(page).setLegacyMode(true);
	}

	private static void assertNoViolation(Page page, ColorScheme scheme, AxeBuilder axe) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		assertThat(axe.analyze().getViolations().stream().map(InBrowser::describe).toList())
			.as("%s, %s", page.url(), scheme)
			.isEmpty();
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + "\n"
				+ String.join("\n", rule.getNodes()
					.stream()
					.limit(5)
					.map((node) -> "  " + node.getTarget() + " " + node.getHtml() + "\n    " + node.getFailureSummary())
					.toList());
	}

	/** The page is no wider than the window. */
	void assertNoSidewaysScrolling(Page page) {
		assertThat(page.evaluate(
				"""
						() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
						  .filter((element) => element.getBoundingClientRect().right > innerWidth)
						  .map((element) => element.tagName + '.' + element.className).slice(0, 10)"""))
			.as("what is wider than the window on %s", page.url())
			.isEqualTo(List.of());
	}

}
