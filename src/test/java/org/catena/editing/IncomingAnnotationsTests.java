package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

	@Test
	void areForEditorsOnly() {
		assertThat(this.mvc.get().uri("/admin/annotations")).hasStatus3xxRedirection();
	}

	private MvcTestResult send(String password, String source, String comment, String name) {
		String account = FirstAccount.NAME + ":" + password;
		return this.mvc.post()
			.uri("/annotations/")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
			.header("Slug", name)
			.contentType("application/ld+json")
			.content("""
					{"type": "Annotation", "bodyValue": "%s", "target": {"source": "%s",
					 "selector": {"type": "TextQuoteSelector", "exact": "a quote"}}}""".formatted(comment, source))
			.exchange();
	}

}
