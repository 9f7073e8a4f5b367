package org.catena.exchange;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells each page its machine forms, for the {@code link} elements in its head.
 */
@ControllerAdvice
class AlternatesAdvice {

	private final MachineForms forms;

	AlternatesAdvice(MachineForms forms) {
		this.forms = forms;
	}

	@ModelAttribute
	void alternates(HttpServletRequest request, Model model) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		List<Alternate> alternates = this.forms.of(path)
			.stream()
			.map((form) -> new Alternate(Negotiation.address(request, form), form.type().toString(), form.title()))
			.toList();
		if (!alternates.isEmpty()) {
			model.addAttribute("alternates", alternates);
		}
	}

	/**
	 * A form of a page.
	 *
	 * @param address where it is, from the root of the host
	 * @param type its media type
	 * @param title what it is
	 */
	record Alternate(String address, String type, String title) {
	}

}
