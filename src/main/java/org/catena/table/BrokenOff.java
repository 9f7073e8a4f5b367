package org.catena.table;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Writes no error behind the beginning of a file. Tomcat includes the page of an error in
 * what has left already before it breaks the connection off, where it would be read as a
 * row.
 */
final class BrokenOff implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!response.isCommitted() || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null) {
			chain.doFilter(request, response);
		}
	}

}
