package org.catena.editing;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Gives back what was typed when the session had ended: on the page of its form where
 * that page can show it again, else as a list that can be sent again.
 */
@Controller
class KeptController {

	private final KeptForms kept;

	KeptController(KeptForms kept) {
		this.kept = kept;
	}

	@GetMapping(KeptForm.LIST)
	String kept(HttpServletRequest request, Model model) {
		Optional<KeptForm> form = this.kept.find(request);
		if (form.isEmpty()) {
			return "redirect:/admin";
		}
		if (form.get().hasPage()) {
			return "redirect:" + form.get().address();
		}
		model.addAttribute("kept", form.get());
		return "editing/kept";
	}

}
