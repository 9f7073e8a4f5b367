package org.catena.exchange;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a page's address in the form that {@code Accept} prefers, as if it had been
 * asked with the form's ending, and names the other forms in {@code Link} (RFC 8288). A
 * program that takes nothing of what there is gets the page.
 */
@Component
class Negotiation extends OncePerRequestFilter {

	private final MachineForms forms;

	Negotiation(MachineForms forms) {
		this.forms = forms;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		List<MachineForm> known = reads(request) ? this.forms.of(path) : List.of();
		if (known.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		MachineForm form = MachineForms.preferred(known, accepted(request));
		if (form == null) {
			for (MachineForm other : known) {
				response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"alternate\"; type=\"%s\""
					.formatted(address(request, other), other.type().toString().replace("\"", "\\\"")));
			}
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.CONTENT_LOCATION, address(request, form));
		chain.doFilter(new WithEnding(request, form.ending()), response);
	}

	private static boolean reads(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	/** What the client takes; what cannot be read counts as everything. */
	private static List<MediaType> accepted(HttpServletRequest request) {
		try {
			List<MediaType> accepted = MediaType
				.parseMediaTypes(java.util.Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
			return accepted.isEmpty() ? List.of(MediaType.ALL) : accepted;
		}
		catch (InvalidMediaTypeException ex) {
			return List.of(MediaType.ALL);
		}
	}

	static String address(HttpServletRequest request, MachineForm form) {
		String query = request.getQueryString();
		return request.getRequestURI() + form.ending() + ((query != null) ? "?" + query : "");
	}

	private static final class WithEnding extends HttpServletRequestWrapper {

		private final String ending;

		WithEnding(HttpServletRequest request, String ending) {
			super(request);
			this.ending = ending;
		}

		@Override
		public String getRequestURI() {
			return super.getRequestURI() + this.ending;
		}

		@Override
		public StringBuffer getRequestURL() {
			return super.getRequestURL().append(this.ending);
		}

		@Override
		public String getServletPath() {
			return super.getServletPath() + this.ending;
		}

	}

}
