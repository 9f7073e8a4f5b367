package org.catena.reading;

import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class SearchPageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@Test
	void showsArticlesWithWhatWasFound() {
		Document page = get("q", "dmitriev");
		assertThat(page.select("#found").text()).isEqualTo("3 articles that contain “dmitriev”.");
		assertThat(page.select(".search__note").text()).contains("dmitriev also as Dimitriev");
		assertThat(page.select(".hit")).hasSize(3);
		assertThat(page.select(".hit mark").eachText()).contains("Dimitriev", "Dmitriev’s");
		assertThat(page.select(".hit a[href=/articles/baev-2025-12-09?q=dmitriev]")).hasSize(1);
		assertThat(page.select("input[name=q]").eachAttr("value")).contains("dmitriev");
	}

	@Test
	void saysThatAnAuthorIsNotStated() {
		assertThat(get("author", "not_stated").select(".hit .meta").eachText()).hasSize(2)
			.allMatch(
					(meta) -> meta.contains("Author not stated") && meta.contains("about") && meta.contains("claims"));
	}

	@Test
	void showsClaims() {
		Document page = get("q", "lavrov", "in", "claims");
		assertThat(page.select(".hit h3 a").eachAttr("href")).isNotEmpty()
			.allMatch((address) -> address.startsWith("/claims/"));
		assertThat(page.select(".hit .stance")).isNotEmpty();
		assertThat(page.select(".search-tabs [aria-current]").text()).startsWith("Claims");
	}

	@Test
	void hasEveryChoiceInTheAddressAndRemovesItSingly() {
		Document page = get("q", "nato & <b>", "point", "7", "stance", "opposes", "stance", "mixed", "from", "2025-12");
		assertThat(page.select(".choices a").eachAttr("href")).hasSize(4)
			.allMatch((address) -> address.contains("q=nato+%26+%3Cb%3E"))
			.anyMatch((address) -> !address.contains("point=7") && address.contains("stance=opposes&stance=mixed")
					&& address.contains("from=2025-12-01"))
			.anyMatch((address) -> address.contains("point=7") && !address.contains("stance=opposes")
					&& address.contains("stance=mixed"));
	}

	@Test
	void linksOtherPages() {
		Document page = get("q", "plan", "in", "claims", "page", "2");
		assertThat(page.select(".pages [aria-current=page]").text()).isEqualTo("Page 2");
		assertThat(page.select(".pages a[rel=prev]").attr("href")).isEqualTo("/search?q=plan&in=claims");
		assertThat(page.select(".pages a[rel=next]").attr("href")).isEqualTo("/search?q=plan&in=claims&page=3");
	}

	@Test
	void saysWhatToTryWhereNothingIsFound() {
		Document page = get("q", "xyzzy nato", "source", "prio");
		assertThat(page.select("#found").text()).startsWith("No articles");
		assertThat(page.select(".search__empty a").eachAttr("href")).contains("/search?q=xyzzy+nato",
				"/search?q=xyzzy+OR+nato&source=prio", "/search");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=0", "page=abc", "page=99999999999", "page=2", "from=nonsense",
			"to=2025-13-45", "from=2025-12-31&to=2025-01-01", "source=nowhere", "author=<script>", "point=0",
			"point=99", "stance=angry", "kind=x", "claimant=nobody", "sort=x", "in=x", "q=*", "q=(((", "q=a%20OR",
			"q=\"unclosed", "q=-nato" })
	void givesAMessage(String query) {
		Document page = read("/search?" + query.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"));
		assertThat(page.select(".search__messages li")).as(query).isNotEmpty();
	}

	@Test
	void refusesAnEndlessQuery() {
		Document page = get("q", "x".repeat(10_000));
		assertThat(page.select(".search__messages").text()).contains("10,000 characters");
		assertThat(page.select(".hit")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "😀", "<script>alert(1)</script>", "%00", "\u0000", "\\", "/[a-z]/", "a:b",
			"title:[* TO *]", "~~~", "^", "a~9999", "\uD83D", "‮abc", "${7*7}", "'; drop table article; --" })
	void survives(String typed) {
		Document page = get("q", typed);
		assertThat(page.select("main script")).isEmpty();
		assertThat(page.select("h1").text()).isEqualTo("Search");
	}

	private Document get(String... parameters) {
		var request = this.mvc.get().uri("/search");
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return parse(request.exchange());
	}

	private Document read(String address) {
		return parse(this.mvc.get().uri(java.net.URI.create(address)).exchange());
	}

	private static Document parse(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
		assertThat(result).hasStatusOk();
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
