package org.catena.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Tells whether a long file that is written as it is read is still the one that a program
 * has: as long as nothing of the archive has changed. Its tag is known before its first
 * row is read.
 */
@Component
class Freshness {

	/** Another build may write a file otherwise. */
	private final ApplicationContext build;

	private final SiteAddress site;

	private final Changes changes;

	Freshness(ApplicationContext build, SiteAddress site, Changes changes) {
		this.build = build;
		this.site = site;
		this.changes = changes;
	}

	/**
	 * Whether the program has what it asks for; then it is told so, and nothing is to be
	 * written. Otherwise the answer gets its tag, unless something is being changed right
	 * now.
	 */
	boolean isKnown(HttpServletRequest request, HttpServletResponse response) {
		String state = this.changes.state().orElse(null);
		if (state == null) {
			return false;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		String tag = EntityTag.of(String.join("\n", state, this.site.root(), request.getRequestURI(),
				String.valueOf(request.getQueryString()), Long.toString(this.build.getStartupDate())));
		return new ServletWebRequest(request, response).checkNotModified(tag);
	}

}
