package org.catena.exchange;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the pages that list articles what reference managers read of a list.
 */
@ControllerAdvice
class CoinsAdvice {

	private final References references;

	CoinsAdvice(References references) {
		this.references = references;
	}

	@ModelAttribute
	void coins(HttpServletRequest request, Model model) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (path.matches("/articles|/search|/sources/[a-z0-9-]+|/agents/[a-z0-9-]+")) {
			model.addAttribute("coins", new Coins(this.references));
		}
	}

}
