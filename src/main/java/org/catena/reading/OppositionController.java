package org.catena.reading;

import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where claims stand against each other, side by side or one after the other.
 */
@Controller
@TellsThePast
class OppositionController {

	private final OppositionPages oppositions;

	private final ComparePages compare;

	private final TimelinePages timeline;

	OppositionController(OppositionPages oppositions, ComparePages compare, TimelinePages timeline) {
		this.oppositions = oppositions;
		this.compare = compare;
		this.timeline = timeline;
	}

	@GetMapping("/timeline")
	String timeline(Model model) {
		model.addAttribute("page", this.timeline.timeline());
		return "reading/timeline";
	}

	@GetMapping("/contradictions")
	String contradictions(@RequestParam(required = false) @Nullable String type,
			@RequestParam(required = false) @Nullable String within,
			@RequestParam(required = false) @Nullable String matter, @RequestParam(defaultValue = "1") String page,
			Model model) {
		model.addAttribute("page",
				this.oppositions.page(new OppositionFilter(type, within, matter), ListPage.number(page)));
		return "reading/contradictions";
	}

	@GetMapping("/compare")
	String compare(@RequestParam(required = false) @Nullable String of,
			@RequestParam(required = false) @Nullable String left,
			@RequestParam(required = false) @Nullable String right, Model model) {
		model.addAttribute("page", this.compare.compare(ComparePage.Of.of(of), left, right));
		return "reading/compare";
	}

}
