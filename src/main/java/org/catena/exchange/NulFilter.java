package org.catena.exchange;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses addresses with the character U+0000, which no text of the archive has and
 * PostgreSQL takes for an error: browsers by a page, programs as RFC 9457 has it. OAI-PMH
 * has errors of its own; what is typed in forms loses the character.
 */
@Component
@ConditionalOnWebApplication
@Order(-103) // after the bound of requests, before log-in is looked at
class NulFilter extends OncePerRequestFilter {

	private final SiteAddress site;

	private final JsonMapper json;

	NulFilter(SiteAddress site, JsonMapper json) {
		this.site = site;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		return !reads || path.equals("/oai");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!request.getRequestURI().contains("%00") && !hasNul(request.getParameterMap())) {
			chain.doFilter(request, response);
			return;
		}
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(ProblemAdvice.problem(this.site.root(), ApiProblem.Type.BAD_PARAMETER,
					"The address has the character U+0000, %00, which no text has.", request)));
	}

	private static boolean hasNul(Map<String, String[]> parameters) {
		return parameters.entrySet()
			.stream()
			.anyMatch((parameter) -> parameter.getKey().indexOf('\0') >= 0
					|| String.join("", parameter.getValue()).indexOf('\0') >= 0);
	}

}
