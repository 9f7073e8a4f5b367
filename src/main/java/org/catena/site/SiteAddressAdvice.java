package org.catena.site;

import jakarta.servlet.http.HttpServletRequest;

import org.catena.past.AsOf;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells each public page its own address, which search engines and previews need whole. A
 * page of the past has that of the present.
 */
@ControllerAdvice
class SiteAddressAdvice {

	private final SiteAddress site;

	SiteAddressAdvice(SiteAddress site) {
		this.site = site;
	}

	@ModelAttribute
	void address(HttpServletRequest request, Model model) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		if (reads && !path.matches("/admin(/.*)?")) {
			String root = this.site.root();
			String query = request.getQueryString();
			model.addAttribute("siteAddress", root);
			model.addAttribute("pageAddress", AsOf.without(root + path + ((query != null) ? "?" + query : "")));
		}
	}

}
