package org.catena.site;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves U+0000 out of the parameters of questions. PostgreSQL can hold it in no text, so
 * that each page that looks one up would fail. Forms that are sent say so beside their
 * fields instead.
 */
@Component
class PlainParameters extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean plain = request.getParameterMap()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.noneMatch((value) -> value.indexOf('\0') >= 0);
		chain.doFilter(plain ? request : new Plain(request), response);
	}

	private static final class Plain extends HttpServletRequestWrapper {

		private final Map<String, String[]> parameters = new LinkedHashMap<>();

		Plain(HttpServletRequest request) {
			super(request);
			request.getParameterMap()
				.forEach((name, values) -> this.parameters.put(name,
						Arrays.stream(values).map((value) -> value.replace("\0", "")).toArray(String[]::new)));
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = this.parameters.get(name);
			return (values != null && values.length > 0) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = this.parameters.get(name);
			return (values != null) ? values.clone() : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(this.parameters);
		}

	}

}
