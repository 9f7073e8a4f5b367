package org.catena.editing;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Shows whoever is logged in, on the public pages of articles and claims, the way to what
 * an account may do there. Such a page is for that browser alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EditorsLinks implements WebMvcConfigurer, HandlerInterceptor {

	private static final Set<String> VIEWS = Set.of("reading/article", "reading/claim");

	private final Logins logins;

	EditorsLinks(Logins logins) {
		this.logins = logins;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/articles/*", "/claims/*/*");
	}

	/** The past cannot be edited, so nothing leads from there. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null || !VIEWS.contains(page.getViewName()) || page.getModel().get("past") != null) {
			return;
		}
		Authentication session = SecurityContextHolder.getContext().getAuthentication();
		if (session instanceof UsernamePasswordAuthenticationToken && session.isAuthenticated()) {
			this.logins.role(session.getName(), CurrentRole.token(request)).ifPresent((role) -> {
				page.addObject("editorsRole", role);
				response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
			});
		}
	}

}
