package org.catena.editing;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Grants each request of an editor what the account may do now, not what it could when
 * the session began; a session that was ended, and one of a disabled account, is
 * nobody's.
 */
class CurrentRole extends OncePerRequestFilter {

	private final Logins logins;

	CurrentRole(Logins logins) {
		this.logins = logins;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith(request.getContextPath() + "/admin");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication session = SecurityContextHolder.getContext().getAuthentication();
		if (session instanceof UsernamePasswordAuthenticationToken && session.isAuthenticated()) {
			Optional<Role> role = this.logins.role(session.getName(), token(request));
			SecurityContext now = SecurityContextHolder.createEmptyContext();
			role.ifPresent((granted) -> now.setAuthentication(UsernamePasswordAuthenticationToken
				.authenticated(session.getPrincipal(), null, granted.authorities())));
			if (role.isEmpty()) {
				request.getSession().invalidate();
			}
			SecurityContextHolder.setContext(now);
		}
		chain.doFilter(request, response);
	}

	/** The token of the session, or null where there is none. */
	static @org.jspecify.annotations.Nullable String token(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? (String) session.getAttribute(Logins.ATTRIBUTE) : null;
	}

}
