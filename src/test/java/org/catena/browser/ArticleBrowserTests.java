package org.catena.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What scripts add to the pages of articles and claims, and two versions side by side.
 */
class ArticleBrowserTests extends InBrowser {

	@Test
	void marksOtherClaimsWithoutANewPage() {
		Page page = open(ARTICLE);
		page.evaluate("() => { window.samePage = true; }");
		int all = page.locator(".note").count();

		page.locator("#filter-stance").focus();
		page.locator("#filter-stance").selectOption("mixed");
		assertThat(page).hasURL(Pattern.compile(ARTICLE + "\\?stance=mixed$"));
		assertThat(page.locator("#marked")).hasText(Pattern.compile("^\\d+ of " + all + " claims\\s+marked$"));
		assertThat(page.locator(".note").first()).isVisible();
		assertThat(page.locator(".note:not(.note--mixed)")).hasCount(0);
		assertThat(page.locator("mark.claim:not(.claim--mixed)")).hasCount(0);
		assertThat(page.locator("#filter-stance")).isFocused();
		assertAccessible(page);

		page.locator("#filter-kind").selectOption("evaluative");
		assertThat(page).hasURL(Pattern.compile("stance=mixed&kind=evaluative$"));
		page.goBack();
		assertThat(page).hasURL(Pattern.compile("\\?stance=mixed$"));
		assertThat(page.locator("#filter-kind")).hasValue("");
		assertThat(page.locator("#filter-stance")).hasValue("mixed");

		page.locator("#filter-all a").click();
		assertThat(page.locator("#marked")).hasText(Pattern.compile("^" + all + " claims\\s+marked$"));
		assertThat(page.locator(".note")).hasCount(all);
		assertThat(page.locator("#filter-stance")).hasValue("");
		assertThat(page).hasURL(Pattern.compile(ARTICLE + "$"));
		assertThat(page.evaluate("() => window.samePage")).as("the page was never left").isEqualTo(true);
	}

	@Test
	void filtersWithoutScripts() {
		Page page = window((options) -> options.setJavaScriptEnabled(false));
		open(page, ARTICLE);
		page.locator("#filter-stance").selectOption("mixed");
		page.locator(".filter button").click();
		assertThat(page.locator("#filter-stance")).hasValue("mixed");
		assertThat(page.locator(".note:not(.note--mixed)")).hasCount(0);
		assertThat(page.locator("button[data-copy]")).isHidden();
	}

	@Test
	void lightsAllWordsOfAClaim() {
		Page page = open(ARTICLE);
		Locator note = page.locator("#n-c01");
		note.hover();
		assertThat(page.locator("mark.is-lit"))
			.hasCount(page.locator("mark[data-claims~='baev-2025-12-09/c01']").count());
		page.locator("#r-c03").focus();
		assertThat(page.locator("#n-c03")).hasClass(Pattern.compile("is-lit"));
		assertThat(note).not().hasClass(Pattern.compile("is-lit"));
	}

	@Test
	void copiesACitation() {
		Page page = window((options) -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
		open(page, "/claims/baev-2025-12-09/c07");
		page.locator("button[data-copy=citation]").click();
		assertThat(page.locator(".cite__copy [role=status]")).hasText("Copied");
		assertThat(page.evaluate("() => navigator.clipboard.readText()"))
			.isEqualTo(page.locator("#citation").textContent().strip());
		page.locator(".selector summary").click();
		assertAccessible(page);
	}

	@Test
	void showsWhatChanged(@Autowired JdbcClient jdbc) {
		jdbc.sql(
				"""
						insert into article_version (id, article_id, number, text, sha256, code_points, words, reason, created_at,
						  created_by)
						select -1, article_id, 2, changed, encode(sha256(convert_to(changed, 'UTF8')), 'hex'), length(changed),
						  words, 'Correction', created_at, created_by
						from (select v.*, replace(v.text, ' talks', ' negotiations') || E'\n\nIt came later.' as changed
						  from article_version v join article a on a.id = v.article_id where a.slug = 'topgab-2025-12-03') v""")
			.update();
		Page page = open("/articles/topgab-2025-12-03");
		page.locator(".versions a[href*=diff]").click();
		assertThat(page).hasURL(Pattern.compile("from=1&to=2$"));
		assertThat(page.locator("ins").last()).hasText("It came later.");
		assertThat(page.locator("del").first()).hasText("talks");
		assertThat(page.locator("del").first()).hasCSS("text-decoration-line", "line-through");
		assertThat(page.locator("ins").first()).hasCSS("text-decoration-line", "underline");
		page.locator(".diff__same summary").first().click();
		assertThat(page.locator(".diff__same .diff__text").first()).isVisible();
		assertAccessible(page);
		page.setViewportSize(320, 640);
		assertNoSidewaysScrolling(page);
	}

}
