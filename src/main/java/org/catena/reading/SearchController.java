package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.catena.past.TellsThePast;
import org.catena.search.Found;
import org.catena.search.Search;
import org.catena.search.SearchParameters;
import org.catena.search.SearchQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search page.
 */
@Controller
@TellsThePast
class SearchController {

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	@GetMapping("/search")
	String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		List<String> messages = new ArrayList<>();
		SearchQuery query = SearchParameters.read(parameters, messages);
		Found found = this.search.find(query);
		model.addAttribute("page", SearchPage.of(found, messages));
		model.addAttribute("views", SearchViews.list(found.query()));
		return "reading/search";
	}

	/** The claims with their facets: the search page, in claims. */
	@GetMapping("/claims")
	String claims(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		parameters.set("in", "claims");
		return search(parameters, model);
	}

}
