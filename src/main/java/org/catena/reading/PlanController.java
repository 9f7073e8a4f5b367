package org.catena.reading;

import java.util.List;

import org.catena.article.FirstPlan;
import org.catena.past.TellsThePast;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The start page, and the pages of plans and their points.
 */
@Controller
@TellsThePast
class PlanController {

	private final SiteAddress site;

	private final PlanPages pages;

	private final ArticleRows articles;

	private final RelationRows relations;

	private final FirstPlan firstPlan;

	PlanController(PlanPages pages, ArticleRows articles, RelationRows relations, FirstPlan firstPlan,
			SiteAddress site) {
		this.site = site;
		this.firstPlan = firstPlan;
		this.pages = pages;
		this.articles = articles;
		this.relations = relations;
	}

	@GetMapping("/")
	String home(Model model) {
		List<ArticleRow> newest = this.articles.newest(6, 0);
		model.addAttribute("page",
				new HomePage(this.pages.first(), newest, this.relations.oppositions(4), this.pages.totals()));
		return "reading/home";
	}

	/** For links of pages that know of no plan: which is the first can change. */
	@GetMapping("/plan")
	String first() {
		return "redirect:" + this.firstPlan.slug().map((slug) -> "/plans/" + slug).orElse("/plans");
	}

	@GetMapping("/plans/{plan}")
	String plan(@PathVariable String plan, @RequestParam(required = false) @Nullable String sort, Model model) {
		model.addAttribute("page", this.pages.plan(plan, PlanPage.Order.of(sort)));
		return "reading/plan";
	}

	@GetMapping("/plans/{plan}/points/{number:[1-9][0-9]{0,3}}")
	String point(@PathVariable String plan, @PathVariable int number,
			@RequestParam(required = false) @Nullable String group, Model model) {
		PointPage page = this.pages.point(plan, number, PointPage.By.of(group));
		model.addAttribute("page", page);
		model.addAttribute("cited", this.site.root() + page.address());
		return "reading/point";
	}

}
