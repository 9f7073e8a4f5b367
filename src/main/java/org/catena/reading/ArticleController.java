package org.catena.reading;

import jakarta.servlet.http.HttpServletResponse;

import org.catena.past.TellsThePast;
import org.catena.search.Occurrences;
import org.catena.site.SiteAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages of articles.
 */
@Controller
@TellsThePast
class ArticleController {

	private final SiteAddress site;

	private final ArticleRows rows;

	private final ArticlePages pages;

	private final DiffPages diffs;

	private final Occurrences occurrences;

	ArticleController(ArticleRows rows, ArticlePages pages, DiffPages diffs, Occurrences occurrences,
			SiteAddress site) {
		this.site = site;
		this.rows = rows;
		this.pages = pages;
		this.diffs = diffs;
		this.occurrences = occurrences;
	}

	@GetMapping("/articles")
	String articles(@RequestParam(defaultValue = "1") String page, Model model) {
		int number = ListPage.number(page);
		int offset = (number - 1) * ArticlesPage.SIZE;
		model.addAttribute("page",
				new ArticlesPage(this.rows.newest(ArticlesPage.SIZE, offset), number, this.pages.count()));
		return "reading/articles";
	}

	@GetMapping("/articles/{slug}")
	String article(@PathVariable String slug, ClaimFilter filter, @RequestParam(defaultValue = "") String q,
			Model model) {
		this.pages.currentSlug(slug).ifPresent((current) -> {
			throw new Moved(ArticleHits.address(current, q));
		});
		ArticlePage page = this.pages.article(slug, null, filter, this.site.root());
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
		model.addAttribute("page", this.pages.article(slug, number, ClaimFilter.NONE, this.site.root()));
		return "reading/article";
	}

	/** Without numbers, the current version is compared with the one before it. */
	@GetMapping("/articles/{slug}/diff")
	String diff(@PathVariable String slug, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String to, Model model, HttpServletResponse response) {
		this.pages.currentSlug(slug).ifPresent((current) -> {
			throw new Moved(UriComponentsBuilder.fromPath("/articles/{slug}/diff")
				.queryParam("from", "{from}")
				.queryParam("to", "{to}")
				.encode()
				.buildAndExpand(current, from, to)
				.toUriString());
		});
		DiffPage page = this.diffs.diff(slug, from, to);
		if (page.unknown() != null) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		model.addAttribute("page", page);
		return "reading/diff";
	}

}
