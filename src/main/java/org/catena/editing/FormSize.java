package org.catena.editing;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says so when a form is larger than the server reads, before anything else reads it.
 */
class FormSize extends OncePerRequestFilter {

	private final FilterPages pages;

	FormSize(FilterPages pages) {
		this.pages = pages;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod()) || !request.getRequestURI().contains("/admin");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			request.getParameterMap();
		}
		catch (InvalidParameterException ex) {
			HttpStatus status = HttpStatus.resolve(ex.getErrorCode());
			boolean large = status == HttpStatus.CONTENT_TOO_LARGE;
			this.pages.answer((status != null) ? status : HttpStatus.BAD_REQUEST, "editing/refusal",
					Map.of("refusal", new RefusalPage(large ? "The form is too large" : "The form cannot be read",
							"Nothing was saved. Go back in your browser: what you typed is still there. "
									+ "A text may have 2,000,000 characters, a draft 500 claims, a file 10 MB.")),
					request, response);
			return;
		}
		chain.doFilter(request, response);
	}

}
