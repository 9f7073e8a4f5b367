package org.catena.editing;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
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

	private final Dashboard dashboard;

	private final SecondCodings secondCodings;

	DashboardController(Drafts drafts, PublishedArticles articles, IngestReports reports, Rebuilds rebuilds,
			Dashboard dashboard, SecondCodings secondCodings) {
		this.secondCodings = secondCodings;
		this.dashboard = dashboard;
		this.drafts = drafts;
		this.articles = articles;
		this.reports = reports;
		this.rebuilds = rebuilds;
	}

	@GetMapping("/admin")
	String dashboard(Principal editor, HttpServletRequest request, Model model) {
		if (DraftAccess.isReviewer(request)) {
			model.addAttribute("waiting", this.drafts.waiting());
			model.addAttribute("toAdjudicate", this.secondCodings.waitingFor(editor.getName()));
		}
		model.addAttribute("orphans", this.dashboard.orphans());
		model.addAttribute("coverage", this.dashboard.coverage());
		model.addAttribute("week", this.dashboard.week());
		model.addAttribute("withdrawn", this.articles.withdrawn());
		model.addAttribute("codings", this.secondCodings.openOf(editor.getName()));
		model.addAttribute("drafts", this.drafts.openOf(editor.getName()));
		model.addAttribute("articles", this.articles.lastChanged());
		model.addAttribute("runs", this.reports.last(5));
		model.addAttribute("rebuild", this.rebuilds.underWay().orElse(null));
		model.addAttribute("articlesWaiting", this.rebuilds.articlesWaiting());
		return "editing/dashboard";
	}

}
