package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs of editors send annotations; editors look through them.
 */
@EditingTest
class IncomingAnnotationsTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void areSentWithThePasswordOfAnAccount() {
		assertThat(send("wrong", "https://example.org/", "x", "refused")).hasStatus(401);
		assertThat(this.mvc.post()
			.uri("/annotations/")
			.session(Browser.loggedIn(this.mvc).session())
			.content("{\"target\": \"urn:x\"}")).hasStatus(401);
		assertThat(send(Browser.PASSWORD, "https://example.org/", "x", "accepted")).hasStatus(201);
	}

	@Test
	void waitForAnEditorBesideTheArticleThatTheyAreAbout() {
		send(Browser.PASSWORD, "http://prio.org/comments/1848/#here", "<b>Is that so?</b>", "by-original");
		send(Browser.PASSWORD, "https://elsewhere.example/articles/baev-2025-12-09/v1", "By slug", "by-slug");
		send(Browser.PASSWORD, "https://nowhere.example/", "Stray", "stray");
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Page page = browser.get("/admin/annotations");
		String title = "Quality of mediation is a major issue in the Ukraine peace process";
		assertThat(page.html().select("#annotation-by-original").text()).isEqualTo(title);
		assertThat(page.html().select("#annotation-by-slug").text()).isEqualTo(title);
		assertThat(page.html().select("#annotation-stray").text()).isEqualTo("Not an article of the archive");
		assertThat(page.html().select("article:has(#annotation-by-original) .incoming__comment").text())
			.isEqualTo("<b>Is that so?</b>");
		assertThat(page.html().select("article:has(#annotation-by-original) blockquote").text()).isEqualTo("“a quote”");
		assertThat(page.html().select("article:has(#annotation-by-original) a").eachAttr("href"))
			.contains("/admin/articles/baev-2025-12-09/edit");
		page.form("article:has(#annotation-stray) form").set("remark-stray", "Not ours").press("act", "set_aside");
		assertThat(browser.get("/admin/annotations").html().select("#annotation-stray")).isEmpty();
		Browser.Page done = browser.get("/admin/annotations?state=done");
		assertThat(done.html().select("article:has(#annotation-stray)").text()).contains("set aside by",
				"Remark: Not ours");
		done.form("article:has(#annotation-stray) form").press("act", "reopened");
		assertThat(browser.get("/admin/annotations").html().select("#annotation-stray")).hasSize(1);
	}

	/** One of them must not keep editors from the others. */
	@Test
	void areShownWhateverTheySay() {
		put("{\"target\": \"http://a/\\u0000\", \"bodyValue\": \"b\\u0000\\ud800c\"}", "with-controls");
		String targets = IntStream.range(0, 8_000)
			.mapToObj((number) -> "\"https://example.org/" + number + "\"")
			.collect(Collectors.joining(","));
		put("{\"target\": [" + targets + ", \"http://prio.org/comments/1848/\"]}", "about-much");
		Browser.Page page = Browser.loggedIn(this.mvc).get("/admin/annotations");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().select("article:has(#annotation-with-controls) p code").eachText())
			.contains("http://a/");
		assertThat(page.html().select("article:has(#annotation-with-controls) .incoming__comment").text())
			.isEqualTo("bc");
		assertThat(page.html().select("article:has(#annotation-about-much) .incoming__address")).hasSize(20);
		assertThat(page.html().select("article:has(#annotation-about-much)").text()).contains("and 7,981 more");
	}

	@Test
	void areNotPutAsideUnread() {
		send(Browser.PASSWORD, "https://example.org/changes", "What was seen", "changes");
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Form seen = browser.get("/admin/annotations").form("article:has(#annotation-changes) form");
		assertThat(this.mvc.put()
			.uri("/annotations/changes")
			.header("Authorization", basic(Browser.PASSWORD))
			.contentType("application/ld+json")
			.content("{\"type\": \"Annotation\", \"bodyValue\": \"What nobody has seen\", \"target\": \"urn:x\"}"))
			.hasStatus(200);
		Browser.Page page = seen.press("act", "coded");
		assertThat(page.text()).contains("Nothing was noted");
		assertThat(page.html().select("article:has(#annotation-changes) .incoming__comment").text())
			.isEqualTo("What nobody has seen");
		page.form("article:has(#annotation-changes) form").press("act", "coded");
		assertThat(browser.get("/admin/annotations").html().select("#annotation-changes")).isEmpty();
	}

	@Test
	void bearAnyRemark() {
		send(Browser.PASSWORD, "https://example.org/remarked", "x", "remarked");
		Browser browser = Browser.loggedIn(this.mvc);
		String form = "article:has(#annotation-remarked) form";
		assertThat(browser.get("/admin/annotations")
			.form(form)
			.forge("remark", "x".repeat(1_001))
			.press("act", "set_aside")
			.text()).contains("A remark has at most 1,000 characters. Nothing was noted.");
		browser.get("/admin/annotations").form(form).forge("remark", "Not \u0000ours").press("act", "set_aside");
		assertThat(browser.get("/admin/annotations?state=done").text()).contains("Remark: Not ours");
		assertThat(browser.get("/admin/annotations?state=done")
			.form(form)
			.forge("number", "x")
			.press("act", "reopened")
			.text()).contains("Nothing was noted");
	}

	@Test
	void areForEditorsOnly() {
		assertThat(this.mvc.get().uri("/admin/annotations")).hasStatus3xxRedirection();
	}

	private void put(String annotation, String name) {
		assertThat(this.mvc.post()
			.uri("/annotations/")
			.header("Authorization", basic(Browser.PASSWORD))
			.header("Slug", name)
			.contentType("application/ld+json")
			.content(annotation)).hasStatus(201);
	}

	private static String basic(String password) {
		String account = FirstAccount.NAME + ":" + password;
		return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult send(String password, String source, String comment, String name) {
		return this.mvc.post()
			.uri("/annotations/")
			.header("Authorization", basic(password))
			.header("Slug", name)
			.contentType("application/ld+json")
			.content("""
					{"type": "Annotation", "bodyValue": "%s", "target": {"source": "%s",
					 "selector": {"type": "TextQuoteSelector", "exact": "a quote"}}}""".formatted(comment, source))
			.exchange();
	}

}
