package org.catena.reading;

import org.catena.article.FirstPlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the archive is, and by which rules its articles are annotated.
 */
@Controller
class AboutController {

	private final PlanPages plans;

	private final FirstPlan firstPlan;

	AboutController(PlanPages plans, FirstPlan firstPlan) {
		this.plans = plans;
		this.firstPlan = firstPlan;
	}

	@GetMapping("/about")
	String about(Model model) {
		model.addAttribute("totals", this.plans.totals());
		return "reading/about";
	}

	@GetMapping("/about/codebook")
	String codebook() {
		return "reading/codebook";
	}

	@GetMapping("/about/search")
	String search(Model model) {
		model.addAttribute("examples", SearchExamples.of(this.firstPlan.slug().orElse("plan")));
		return "reading/search-help";
	}

}
