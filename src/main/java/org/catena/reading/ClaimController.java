package org.catena.reading;

import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages of claims.
 */
@Controller
class ClaimController {

	private final SiteAddress site;

	private final ClaimPages pages;

	ClaimController(ClaimPages pages, SiteAddress site) {
		this.site = site;
		this.pages = pages;
	}

	@TellsThePast
	@GetMapping("/claims/{article}/{name}")
	String claim(@PathVariable String article, @PathVariable String name, @Nullable AsOf past, Model model) {
		ClaimPage page = this.pages.claim(article + "/" + name, this.site.root());
		model.addAttribute("page", (past != null) ? this.pages.asOf(page, past) : page);
		return "reading/claim";
	}

}
