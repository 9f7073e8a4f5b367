package org.catena.reading;

import org.catena.search.Occurrences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of articles.
 */
@Controller
class ArticleController {

	private final ArticleRows rows;

	private final ArticlePages pages;

	private final Occurrences occurrences;

	ArticleController(ArticleRows rows, ArticlePages pages, Occurrences occurrences) {
		this.rows = rows;
		this.pages = pages;
		this.occurrences = occurrences;
	}

	@GetMapping("/articles")
	String articles(@RequestParam(defaultValue = "1") String page, Model model) {
		int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
		model.addAttribute("page", new ArticlesPage(
				this.rows.newest(ArticlesPage.SIZE, (number - 1) * ArticlesPage.SIZE), number, this.pages.count()));
		return "reading/articles";
	}

	@GetMapping("/articles/{slug}")
	String article(@PathVariable String slug, ClaimFilter filter, @RequestParam(defaultValue = "") String q,
			Model model) {
		this.pages.currentSlug(slug).ifPresent((current) -> {
			throw new Moved(ArticleHits.address(current, q));
		});
		ArticlePage page = this.pages.article(slug, null, filter);
		model.addAttribute("page", page);
		if (!q.isBlank()) {
			model.addAttribute("hits", ArticleHits.of(q, page.paragraphs(), this.occurrences));
		}
		return "reading/article";
	}

	@GetMapping("/articles/{slug}/v{number:[1-9][0-9]{0,5}}")
	String version(@PathVariable String slug, @PathVariable int number, Model model) {
		this.pages.currentSlug(slug).ifPresent((current) -> {
			throw new Moved("/articles/" + current + "/v" + number);
		});
		model.addAttribute("page", this.pages.article(slug, number, ClaimFilter.NONE));
		return "reading/article";
	}

}
