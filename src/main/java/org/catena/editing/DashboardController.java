package org.catena.editing;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DashboardController {

	private final Drafts drafts;

	private final PublishedArticles articles;

	private final IngestReports reports;

	DashboardController(Drafts drafts, PublishedArticles articles, IngestReports reports) {
		this.drafts = drafts;
		this.articles = articles;
		this.reports = reports;
	}

	@GetMapping("/admin")
	String dashboard(Principal editor, Model model) {
		model.addAttribute("drafts", this.drafts.openOf(editor.getName()));
		model.addAttribute("articles", this.articles.lastChanged());
		model.addAttribute("runs", this.reports.last(5));
		return "editing/dashboard";
	}

}
