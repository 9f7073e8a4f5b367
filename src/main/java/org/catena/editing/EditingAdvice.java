package org.catena.editing;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * What all pages of editors have in common.
 */
@ControllerAdvice(basePackageClasses = EditingAdvice.class)
class EditingAdvice {

	/** The account that is logged in. */
	@ModelAttribute("account")
	@Nullable String account(@Nullable Authentication authentication) {
		return (authentication != null) ? authentication.getName() : null;
	}

	@ExceptionHandler
	ModelAndView refuse(PageRefused refused, HttpServletRequest request) {
		String account = request.getRemoteUser();
		ModelAndView page = new ModelAndView("editing/refusal", Map.of("refusal", refused.page()), refused.status());
		page.addObject("account", account);
		return page;
	}

}
