package org.catena.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers and search engines look for: how to search, what there is, what to leave.
 */
@WholeApplicationTest
class DiscoveryTests {

	private static final String ROOT = "http://localhost";

	private final TestArchive archive;

	private final MockMvcTester site;

	@TempDir
	private Path folder;

	DiscoveryTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeEach
	void holdASpeech() {
		this.archive.hold(TestCorpus.in(this.folder)
			.article(TestArticle.of("speech", "The plan is a disaster for Kyiv.")
				.claims(TestClaim.of("c01", "The plan is a disaster")))
			.article(TestArticle.of("gone", "The plan is a disaster for Kyiv.")
				.claims(TestClaim.of("c01", "The plan is a disaster"))));
		this.archive.change("update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'gone'");
	}

	@Test
	void describesItsSearch() {
		MockHttpServletResponse response = get("/opensearch.xml");
		assertThat(response.getContentType()).isEqualTo("application/opensearchdescription+xml;charset=UTF-8");
		Schemas.isOpenSearch(text(response));
		Document description = xml(response);
		for (org.jsoup.nodes.Element url : description.select("Url")) {
			String address = url.attr("template")
				.replace("{searchTerms}", "plan")
				.replace("{startPage?}", "")
				.substring(ROOT.length());
			MockHttpServletResponse answer = get(address);
			assertThat(answer.getStatus()).as(address).isEqualTo(200);
			assertThat(answer.getContentType()).as(address).startsWith(url.attr("type"));
		}
	}

	@Test
	void listsEveryPageInSitemaps() {
		Set<String> listed = new HashSet<>();
		MockHttpServletResponse index = get("/sitemap.xml");
		Schemas.isSitemap(text(index));
		List<String> sitemaps = xml(index).select("sitemap > loc").eachText();
		assertThat(sitemaps).contains(ROOT + "/sitemap-pages-1.xml", ROOT + "/sitemap-sources-1.xml");
		for (String sitemap : sitemaps) {
			MockHttpServletResponse response = get(sitemap.substring(ROOT.length()));
			Schemas.isSitemap(text(response));
			listed.addAll(xml(response).select("url > loc").eachText());
		}
		assertThat(listed)
			.contains(ROOT + "/", ROOT + "/articles/speech", ROOT + "/claims/speech/c01",
					ROOT + "/plans/two-point-plan/points/2", ROOT + "/sources/the-daily", ROOT + "/agents/bob-speaker")
			.doesNotContain(ROOT + "/articles/gone", ROOT + "/claims/gone/c01");
		for (String address : listed) {
			assertThat(get(address.substring(ROOT.length())).getStatus()).as(address).isEqualTo(200);
		}
	}

	@Test
	void putsARowIntoTheSitemapOfItsId() {
		long last = Long.parseLong(String.valueOf(this.archive.ask("select max(id) from article")));
		long number = (last - 1) / SitemapRows.MOST + 1;
		for (String place : List.of("/sitemap-articles-", "/sitemap/articles-")) {
			assertThat(text(get(place + number + ".xml"))).contains("/articles/speech<", "<lastmod>");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap-articles-999999999.xml", "/sitemap-nothing-1.xml", "/sitemap-articles-0.xml",
			"/sitemap-articles-x.xml", "/sitemap-articles-9999999999.xml" })
	void knowsNoOtherSitemaps(String address) {
		assertThat(get(address).getStatus()).isEqualTo(404);
	}

	@Test
	void tellsRobotsWhatToLeave() {
		MockHttpServletResponse response = get("/robots.txt");
		assertThat(response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(text(response)).startsWith("User-agent: *\n")
			.contains("\nDisallow: /admin\n", "\nDisallow: /search\n", "\nSitemap: http://localhost/sitemap.xml\n")
			.doesNotContain("Disallow: /articles", "Disallow: /claims");
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private static Document xml(MockHttpServletResponse response) {
		return Jsoup.parse(text(response), Parser.xmlParser());
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
