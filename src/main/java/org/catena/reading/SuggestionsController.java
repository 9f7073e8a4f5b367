package org.catena.reading;

import org.catena.suggestion.Suggestions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How good the suggestions are that editors get.
 */
@Controller
class SuggestionsController {

	private final Suggestions suggestions;

	SuggestionsController(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	@GetMapping("/about/suggestions")
	String suggestions(Model model) {
		model.addAttribute("evaluations", this.suggestions.evaluations());
		return "reading/suggestions";
	}

}
