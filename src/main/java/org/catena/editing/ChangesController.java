package org.catena.editing;

import java.util.List;

import org.catena.history.Change;
import org.catena.history.History;
import org.catena.history.TellHistory;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What happened to the record as a whole.
 */
@Controller
class ChangesController {

	/** Rows of the history that a page is made of. */
	private static final int ROWS = 300;

	private final History history;

	private final TellHistory tell;

	ChangesController(History history, TellHistory tell) {
		this.history = history;
		this.tell = tell;
	}

	@GetMapping("/admin/changes")
	String changes(@RequestParam(defaultValue = "") String before, Model model) {
		List<Change> changes = this.history
			.before(before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, ROWS);
		model.addAttribute("changes", this.tell.tellTogether(changes));
		model.addAttribute("older",
				changes.isEmpty() ? null : changes.stream().mapToLong(Change::first).min().orElse(0));
		return "editing/changes";
	}

}
