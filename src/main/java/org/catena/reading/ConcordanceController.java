package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.catena.past.TellsThePast;
import org.catena.search.Concordance;
import org.catena.search.Found;
import org.catena.search.Search;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search page as a concordance.
 */
@Controller
@TellsThePast
class ConcordanceController {

	private final Search search;

	private final Concordance concordance;

	ConcordanceController(Search search, Concordance concordance) {
		this.search = search;
		this.concordance = concordance;
	}

	@GetMapping(path = "/search", params = "view=kwic")
	String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		List<String> messages = new ArrayList<>();
		LineParameters asked = LineParameters.read(parameters, messages);
		Found found = this.search.find(asked.query().onPage(1));
		ConcordancePage page = new ConcordancePage(SearchPage.of(found, messages),
				this.concordance.page(found.query(), asked.sort(), asked.query().page()), asked.sort(),
				asked.query().page());
		model.addAttribute("page", page);
		model.addAttribute("views", SearchViews.kwic(found.query(), asked.sort()));
		return "reading/concordance";
	}

	@GetMapping(path = "/claims", params = "view=kwic")
	String claims(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		parameters.set("in", "claims");
		return search(parameters, model);
	}

}
