package org.catena.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells on the pages of articles where their versions are, and leads who asks with
 * {@code Accept-Datetime} to the version of that time (RFC 7089, pattern 1.1: an article
 * is its own timegate, too).
 */
@Component
class MementoHeaders extends OncePerRequestFilter {

	/** The header by which a time is asked for. */
	static final String ASKED = "Accept-Datetime";

	/** The header of a memento. */
	static final String TIME = "Memento-Datetime";

	/** What is said of a header that cannot be read. */
	static final String MALFORMED = "Accept-Datetime is a date like Sun, 22 Nov 2026 08:00:00 GMT.";

	private static final Pattern ARTICLE = Pattern.compile("/articles/([a-z0-9-]+)(?:/v([1-9][0-9]{0,5}))?");

	private final JdbcClient jdbc;

	private final SiteAddress site;

	private final JsonMapper json;

	MementoHeaders(JdbcClient jdbc, SiteAddress site, JsonMapper json) {
		this.jdbc = jdbc;
		this.site = site;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !(HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()))
				|| !ARTICLE.matcher(path(request)).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Matcher article = ARTICLE.matcher(path(request));
		if (!article.matches()) {
			throw new IllegalStateException("No article: " + path(request));
		}
		Optional<Mementos> mementos = Mementos.read(this.jdbc, this.site.root(), article.group(1));
		if (mementos.isPresent() && article.group(2) == null) {
			response.addHeader(HttpHeaders.VARY, ASKED);
			String asked = request.getHeader(ASKED);
			if (asked != null) {
				lead(mementos.get(), asked, request, response);
				return;
			}
			mementos.get().links().forEach((link) -> response.addHeader(HttpHeaders.LINK, link));
		}
		else if (mementos.isPresent()) {
			int number = Integer.parseInt(article.group(2));
			mementos.get().versions().stream().filter((version) -> version.number() == number).forEach((version) -> {
				response.setHeader(TIME, Mementos.date(version.created()));
				mementos.get().links(version).forEach((link) -> response.addHeader(HttpHeaders.LINK, link));
			});
		}
		chain.doFilter(request, response);
	}

	/** Answers with the address of the version of a time. */
	private void lead(Mementos mementos, String asked, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		try {
			Mementos.Version version = mementos.at(Mementos.time(asked));
			mementos.links(version).forEach((link) -> response.addHeader(HttpHeaders.LINK, link));
			response.setStatus(HttpServletResponse.SC_FOUND);
			response.setHeader(HttpHeaders.LOCATION, mementos.address(version));
		}
		catch (DateTimeException ex) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream()
				.write(this.json.writeValueAsBytes(
						ProblemAdvice.problem(this.site.root(), ApiProblem.Type.BAD_PARAMETER, MALFORMED, request)));
		}
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
