package org.catena.reading;

import jakarta.servlet.http.HttpServletRequest;

import org.catena.site.SiteAddress;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells each public page its own address, which search engines and previews need whole.
 */
@ControllerAdvice(basePackageClasses = SiteAddressAdvice.class)
class SiteAddressAdvice {

	private final SiteAddress site;

	SiteAddressAdvice(SiteAddress site) {
		this.site = site;
	}

	@ModelAttribute
	void address(HttpServletRequest request, Model model) {
		if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
			String root = this.site.root();
			String path = request.getRequestURI().substring(request.getContextPath().length());
			String query = request.getQueryString();
			model.addAttribute("siteAddress", root);
			model.addAttribute("pageAddress", root + path + ((query != null) ? "?" + query : ""));
		}
	}

}
