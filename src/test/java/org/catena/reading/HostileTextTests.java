package org.catena.reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Text that would like to be a program stands in every field.
 */
@WholeApplicationTest
class HostileTextTests {

	private static final List<String> ADDRESSES = List.of("/", "/articles", "/articles/evil", "/articles/evil/diff",
			"/articles/evil/v1", "/claims/evil/c01", "/claims/evil/c02", "/plans/two-point-plan",
			"/plans/two-point-plan/points/1", "/plans/two-point-plan/points/1?group=source", "/plans",
			"/plans/evil-plan", "/plans/evil-plan/points/1", "/plans/two-point-plan/crosswalk/evil-plan",
			"/sources/the-daily", "/agents/ann-author", "/agents/bob-speaker", "/about", "/about/balance", "/pictures",
			"/pictures?network=claimants", "/sources", "/agents", "/timeline", "/contradictions");

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	HostileTextTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@Test
	void staysTextOnEveryPage() {
		holdEvil();
		for (String address : ADDRESSES) {
			MockHttpServletResponse response = this.site.get().uri(address).exchange().getResponse();
			String html = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
			assertThat(response.getStatus()).as(address).isEqualTo(200);
			assertThat(html).as(address).doesNotContain("<script>", "<img", "<b>evil", "${7*7}-49", "-49-");
			Document page = Jsoup.parse(html);
			assertThat(page.select(
					"script:not([type=module][src^=/js/], [type=application/ld+json]), img, evil, [onerror], [onclick], [style], "
							+ "[x]:not(rect, text)"))
				.as(address)
				.isEmpty();
			assertThat(page.select("a[href]").eachAttr("href")).as(address)
				.allSatisfy((href) -> assertThat(href).matches("(?s)(https?://|/|#).*"));
			assertThat(page.select("main, h1")).as(address).hasSize(2);
		}
	}

	@Test
	void isShownAsItIs() {
		holdEvil();
		Document article = page("/articles/evil");
		assertThat(article.select("h1").text()).isEqualTo(evil("title"));
		assertThat(article.title()).isEqualTo(evil("title") + " – Catena");
		assertThat(article.select(".passage__text mark").get(0).wholeText()).isEqualTo(evil("text"));
		assertThat(article.select(".note__claim").get(0).text()).isEqualTo(evil("paraphrase"));
		assertThat(article.select(".note__meta > span").get(0).text()).isEqualTo(evil("speaker"));
		assertThat(article.select(".metadata").text()).contains(evil("note"), evil("evidence"));
		Document claim = page("/claims/evil/c01");
		assertThat(claim.select(".in-context mark").text()).isEqualTo(evil("text"));
		assertThat(claim.select("dt:contains(Note) + dd").text()).isEqualTo(evil("coder"));
		assertThat(claim.select(".facing__reason").text()).isEqualTo(evil("reason"));
		assertThat(claim.select(".discrepancy dd").eachText()).containsExactly(evil("says"), evil("plan"));
		assertThat(claim.select("#citation").text()).contains(evil("author"), evil("title"), evil("source"),
				evil("text"));
		assertThat(JsonMapper.shared()
			.readTree(claim.select(".selector__json").text())
			.path("selector")
			.path(0)
			.path("exact")
			.asString()).isEqualTo(evil("text"));
		Document point = page("/plans/two-point-plan/points/1");
		assertThat(point.select(".facing__head").text()).contains(evil("matter"));
		assertThat(point.select(".claim-card__quote").text()).contains(evil("text"));
		Document crosswalk = page("/plans/two-point-plan/crosswalk/evil-plan");
		assertThat(crosswalk.select(".crosswalk td > p").get(0).text()).isEqualTo(evil("note"));
		assertThat(crosswalk.select(".remarks__sentence").text()).isEqualTo(evil("remark"));
		assertThat(page("/plans/evil-plan").select("h1").text()).isEqualTo(evil("title"));
		assertThat(page("/agents/bob-speaker").select("h1").text()).isEqualTo(evil("speaker"));
		assertThat(page("/sources/the-daily").select("h1").text()).isEqualTo(evil("source"));
	}

	@Test
	void comesUnderAStrictPolicy() {
		assertThat(this.site.get().uri("/").exchange().getResponse().getHeader("Content-Security-Policy"))
			.startsWith("default-src 'self'")
			.doesNotContain("unsafe");
	}

	private void holdEvil() {
		this.archive.hold(TestCorpus.in(this.folder)
			.file("sources.yaml", "- {slug: the-daily, name: " + yaml("source") + "}")
			.file("agents.yaml",
					"- {slug: ann-author, name: " + yaml("author") + ", kind: person, about: " + yaml("about") + "}\n"
							+ "- {slug: bob-speaker, name: " + yaml("speaker") + ", kind: person, variants: ["
							+ yaml("variant") + "]}\n")
			.article(TestArticle.of("evil", evil("text") + "\n\n" + evil("more"))
				.title(evil("title"))
				.with("derived_from",
						"{title: " + yaml("derived") + ", basis: inferred, evidence: " + yaml("evidence") + "}")
				.with("notes", "[" + yaml("note") + "]")
				.claims(TestClaim.of("c01", evil("text"))
					.text("paraphrase", evil("paraphrase"))
					.text("note", evil("coder"))
					.with("points", "[{number: 1, bearing: about}]")
					.with("claimant", "bob-speaker")
					.with("via", "[author]")
					.with("uptake", "reports"),
						TestClaim.of("c02", evil("more")).with("points", "[{number: 1, bearing: touches}]")))
			.file("relations.yaml",
					"- {type: contradicts, from: evil/c01, to: evil/c02, matter: " + yaml("matter") + ", reason: "
							+ yaml("reason") + "}")
			.file("plans/evil-plan.yaml",
					"{slug: evil-plan, title: " + yaml("title") + ", about: " + yaml("about")
							+ ", known: in_part, published: 2025-12-01, published_evidence: " + yaml("evidence")
							+ ", limits: " + yaml("limits") + ", count: {value: 9, basis: inferred, evidence: "
							+ yaml("count") + "}, themes: {evil: " + yaml("theme") + "}, points: [{number: 1, title: "
							+ yaml("point") + ", theme: evil, summary: " + yaml("summary") + ", version_differences: "
							+ yaml("differences") + ", verification: " + yaml("verification") + "}]}")
			.file("correspondences.yaml",
					"- {earlier: two-point-plan, later: evil-plan, about: " + yaml("about") + ", remarks: [{says: "
							+ yaml("remark") + ", basis: printed, claims: [evil/c01]}], points: ["
							+ "{kind: kept, earlier: {number: 1}, later: {number: 1}, note: " + yaml("note")
							+ ", basis: inferred, evidence: " + yaml("evidence") + ", claims: [evil/c02]}]}")
			.file("discrepancies.yaml", "- {claim: evil/c01, point: {number: 1}, claim_says: " + yaml("says")
					+ ", plan_says: " + yaml("plan") + ", gravity: degree}"));
	}

	private static String evil(String field) {
		return field + " <b>evil</b> <script>alert('" + field
				+ "')</script> \"><img src=x onerror=alert(1)> '' & &amp; "
				+ "${7*7} [[${7*7}]] __${7*7}__ \u202eright to left\u202c \ud83d\udd4a x\u0301 </title></mark></textarea>";
	}

	private static String yaml(String field) {
		return TestCorpus.yaml(evil(field));
	}

	private Document page(String address) {
		return Jsoup.parse(new String(this.site.get().uri(address).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8));
	}

}
