package org.catena.reading;

import org.catena.past.TellsThePast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages of sources and agents.
 */
@Controller
@TellsThePast
class NameController {

	private final NamePages pages;

	NameController(NamePages pages) {
		this.pages = pages;
	}

	@GetMapping("/sources/{slug}")
	String source(@PathVariable String slug, Model model) {
		model.addAttribute("page", this.pages.source(slug));
		return "reading/source";
	}

	@GetMapping("/agents/{slug}")
	String agent(@PathVariable String slug, Model model) {
		model.addAttribute("page", this.pages.agent(slug));
		return "reading/agent";
	}

}
