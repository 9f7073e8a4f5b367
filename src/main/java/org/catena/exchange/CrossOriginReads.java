package org.catena.exchange;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs that run on other sites' pages read what everybody may read (CORS). The
 * header is the same in each answer, so that caches need not tell origins apart; browsers
 * send no cookies then. What editors and operators see is left out; the annotations,
 * which such programs may write too, have rules of their own.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS
 * protocol</a>
 */
@Component
@ConditionalOnWebApplication
@Order(-105) // before requests are counted, so that a refusal can be read
class CrossOriginReads extends OncePerRequestFilter {

	/** What a program may read besides what each may. */
	private static final String EXPOSED = String.join(", ", HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION,
			HttpHeaders.CONTENT_LOCATION, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.VARY, HttpHeaders.ALLOW,
			HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy", MementoHeaders.TIME);

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI()
			.substring(request.getContextPath().length())
			.matches("/(admin|actuator|annotations|submissions)(/.*)?");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
		if (HttpMethod.OPTIONS.matches(request.getMethod())
				&& request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
			response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		chain.doFilter(request, response);
	}

}
