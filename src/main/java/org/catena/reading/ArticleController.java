package org.catena.reading;

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

	ArticleController(ArticleRows rows, ArticlePages pages) {
		this.rows = rows;
		this.pages = pages;
	}

	@GetMapping("/articles")
	String articles(@RequestParam(defaultValue = "1") String page, Model model) {
		int number = ListPage.number(page);
		model.addAttribute("page", new ArticlesPage(
				this.rows.newest(ArticlesPage.SIZE, (number - 1) * ArticlesPage.SIZE), number, this.pages.count()));
		return "reading/articles";
	}

	@GetMapping("/articles/{slug}")
	String article(@PathVariable String slug, ClaimFilter filter, Model model) {
		this.pages.currentSlug(slug).ifPresent((current) -> {
			throw new Moved("/articles/" + current);
		});
		model.addAttribute("page", this.pages.article(slug, null, filter));
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
