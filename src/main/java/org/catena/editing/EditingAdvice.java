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

	/** What it may do. */
	@ModelAttribute("role")
	@Nullable Role role(@Nullable Authentication authentication) {
		return of(authentication);
	}

	/** The highest role that is granted. */
	static @Nullable Role of(@Nullable Authentication authentication) {
		Role highest = null;
		if (authentication != null) {
			for (Role role : Role.values()) {
				if (role.authorities().stream().allMatch(authentication.getAuthorities()::contains)) {
					highest = role;
				}
			}
		}
		return highest;
	}

	@ExceptionHandler
	ModelAndView refuse(PageRefused refused, HttpServletRequest request) {
		String account = request.getRemoteUser();
		ModelAndView page = new ModelAndView("editing/refusal", Map.of("refusal", refused.page()), refused.status());
		page.addObject("account", account);
		page.addObject("role", of((request.getUserPrincipal() instanceof Authentication known) ? known : null));
		return page;
	}

}
