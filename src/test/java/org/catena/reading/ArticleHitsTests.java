package org.catena.reading;

import java.util.List;

import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The way from a search into an article, and from hit to hit there. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class ArticleHitsTests {

	private static final String BAEV = "/articles/baev-2025-12-09";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@ParameterizedTest
	@ValueSource(strings = { "russia", "\"security system\"", "the", "witk*" })
	void marksEveryHitAndLeavesTheTextAsItIs(String words) throws Exception {
		Document marked = page(BAEV, words);
		marked.select(".hit-nav").remove();
		Document plain = page(BAEV, "");
		assertThat(marked.select(".passage__text, .edition__subhead").eachText())
			.isEqualTo(plain.select(".passage__text, .edition__subhead").eachText());
		assertThat(marked.select("mark.claim").eachAttr("data-claims"))
			.isEqualTo(plain.select("mark.claim").eachAttr("data-claims"));
		int hits = marked.select("[id^=hit-]").size();
		assertThat(hits).isPositive();
		assertThat(marked.select(".hits-bar p").text()).startsWith(hits + " hit");
	}

	@Test
	void leadsFromHitToHit() throws Exception {
		Document page = page(BAEV, "russia");
		List<Element> hits = page.select("[id^=hit-]");
		for (int i = 1; i <= hits.size(); i++) {
			Element nav = hits.get(i - 1).nextElementSibling();
			assertThat(nav.text()).startsWith("Hit " + i + " of " + hits.size());
			assertThat(nav.select("[data-hit=next]").attr("href"))
				.isEqualTo((i < hits.size()) ? "#hit-" + (i + 1) : "");
			assertThat(nav.select("[data-hit=previous]").attr("href")).isEqualTo((i > 1) ? "#hit-" + (i - 1) : "");
			assertThat(nav.parents().is("a")).isFalse();
		}
	}

	@Test
	void isReachedFromEveryLineOfAConcordance() throws Exception {
		Document lines = page("/search?view=kwic&source=prio", "russia");
		assertThat(lines.select(".kwic tbody tr")).isNotEmpty();
		Document article = page(BAEV, "russia");
		for (Element line : lines.select(".kwic__match a")) {
			String address = line.attr("href");
			assertThat(address).startsWith(BAEV + "?q=russia#hit-");
			assertThat(article.getElementById(address.substring(address.indexOf('#') + 1)).text())
				.isEqualTo(line.text());
		}
	}

	@Test
	void saysThatThereIsNoHit() throws Exception {
		assertThat(page(BAEV, "xyzzy").select(".hits-bar p").text()).startsWith("No hit for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\u0000", "((((", "\uD83D", "-russia", "*", "‮" })
	void survives(String words) throws Exception {
		assertThat(page(BAEV, words).select("main script:not([src])")).isEmpty();
		assertThat(page("/search?view=kwic", words).select("main script:not([src])")).isEmpty();
	}

	private Document page(String address, String words) throws Exception {
		MvcTestResult result = this.mvc.get().uri(address).param("q", words).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
