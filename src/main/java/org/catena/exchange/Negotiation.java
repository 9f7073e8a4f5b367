package org.catena.exchange;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a page's address in the form that {@code Accept} prefers, as if it had been
 * asked with the form's ending, and names the other forms in {@code Link} (RFC 8288). A
 * program that takes neither the page nor a form of it gets 406, with the forms: a page
 * in place of data would be read as data.
 */
@Component
class Negotiation extends OncePerRequestFilter {

	private final MachineForms forms;

	private final SiteAddress site;

	private final JsonMapper json;

	Negotiation(MachineForms forms, SiteAddress site, JsonMapper json) {
		this.forms = forms;
		this.site = site;
		this.json = json;
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
		List<MediaType> accepted = accepted(request);
		MachineForm form = MachineForms.preferred(known, accepted);
		if (form == null) {
			for (MachineForm other : known) {
				response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"alternate\"; type=\"%s\""
					.formatted(address(request, other), other.type().toString().replace("\"", "\\\"")));
			}
			if (MachineForms.takesPage(accepted)) {
				chain.doFilter(request, response);
			}
			else {
				refuse(known, request, response);
			}
			return;
		}
		response.setHeader(HttpHeaders.CONTENT_LOCATION, address(request, form));
		chain.doFilter(new WithEnding(request, form.ending()), response);
	}

	private void refuse(List<MachineForm> known, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(ProblemAdvice.problem(this.site.root(), ApiProblem.Type.NOT_ACCEPTABLE,
					"Here are text/html, "
							+ String.join(", ", known.stream().map((form) -> form.type().toString()).toList()) + ".",
					request)));
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
