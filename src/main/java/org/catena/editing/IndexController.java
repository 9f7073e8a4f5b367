package org.catena.editing;

import java.security.Principal;

import org.catena.search.Rebuilds;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class IndexController {

	private final Rebuilds rebuilds;

	IndexController(Rebuilds rebuilds) {
		this.rebuilds = rebuilds;
	}

	@PostMapping("/admin/index/rebuilds")
	String rebuild(Principal editor, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", this.rebuilds.begin("The editor " + editor.getName() + " asked for it")
				? "A rebuild of the search index has begun." : "A rebuild of the search index is under way already.");
		return "redirect:/admin";
	}

}
