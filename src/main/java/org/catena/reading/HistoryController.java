package org.catena.reading;

import org.catena.past.TellsThePast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The histories of articles, agents and sources. That of a claim stands on its page.
 */
@Controller
@TellsThePast
class HistoryController {

	private final Histories histories;

	HistoryController(Histories histories) {
		this.histories = histories;
	}

	@GetMapping("/articles/{slug}/history")
	String article(@PathVariable String slug, Model model) {
		return show(this.histories.article(slug), model);
	}

	@GetMapping("/agents/{slug}/history")
	String agent(@PathVariable String slug, Model model) {
		return show(this.histories.agent(slug), model);
	}

	@GetMapping("/sources/{slug}/history")
	String source(@PathVariable String slug, Model model) {
		return show(this.histories.source(slug), model);
	}

	private static String show(HistoryPage page, Model model) {
		model.addAttribute("page", page);
		return "reading/history";
	}

}
