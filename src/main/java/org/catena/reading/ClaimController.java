package org.catena.reading;

import org.catena.past.TellsThePast;
import org.catena.site.SiteAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages of claims.
 */
@Controller
@TellsThePast
class ClaimController {

	private final SiteAddress site;

	private final ClaimPages pages;

	ClaimController(ClaimPages pages, SiteAddress site) {
		this.site = site;
		this.pages = pages;
	}

	@GetMapping("/claims/{article}/{name}")
	String claim(@PathVariable String article, @PathVariable String name, Model model) {
		model.addAttribute("page", this.pages.claim(article + "/" + name, this.site.root()));
		return "reading/claim";
	}

}
