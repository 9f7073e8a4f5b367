package org.catena.editing;

import java.security.Principal;

import org.catena.search.Rebuilds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DashboardController {

	private final Drafts drafts;

	private final PublishedArticles articles;

	private final IngestReports reports;

	private final Rebuilds rebuilds;

	DashboardController(Drafts drafts, PublishedArticles articles, IngestReports reports, Rebuilds rebuilds) {
		this.drafts = drafts;
		this.articles = articles;
		this.reports = reports;
		this.rebuilds = rebuilds;
	}

	@GetMapping("/admin")
	String dashboard(Principal editor, Model model) {
		model.addAttribute("drafts", this.drafts.openOf(editor.getName()));
		model.addAttribute("articles", this.articles.lastChanged());
		model.addAttribute("runs", this.reports.last(5));
		model.addAttribute("rebuild", this.rebuilds.underWay().orElse(null));
		model.addAttribute("articlesWaiting", this.rebuilds.articlesWaiting());
		return "editing/dashboard";
	}

}
