package org.catena.editing;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What waits for review.
 */
@ReviewersOnly
@Controller
class ReviewsController {

	private final Drafts drafts;

	ReviewsController(Drafts drafts) {
		this.drafts = drafts;
	}

	@GetMapping("/admin/reviews")
	String list(Model model) {
		model.addAttribute("waiting", this.drafts.waiting());
		return "editing/reviews";
	}

}
