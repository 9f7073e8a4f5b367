package org.catena.editing;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may write by a program: whoever has an editor's token (RFC 6750). No cookie counts
 * then, so other sites cannot make a browser write, and the pages of editors are not for
 * tokens.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TokenSecurity {

	private static final String BEARER = "bearer ";

	@Bean
	@Order(0)
	SecurityFilterChain programs(HttpSecurity http, AccessTokens tokens, Editors editors, SiteAddress site,
			JsonMapper json) throws Exception {
		Refusal refusal = new Refusal(site, json);
		return http.securityMatcher((request) -> isBearer(request) || path(request).matches("/submissions(/.*)?"))
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/admin", "/admin/**", "/actuator/**")
				.denyAll()
				.requestMatchers("/submissions", "/submissions/**")
				.hasRole(Role.EDITOR.name())
				.anyRequest()
				.permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.requestCache((cache) -> cache.disable())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint((request, response, ex) -> refusal.answer(request, response))
				.accessDeniedHandler((request, response, ex) -> refusal.answer(request, response)))
			.addFilterBefore(new Bearer(tokens, editors, refusal), AuthorizationFilter.class)
			.build();
	}

	private static boolean isBearer(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	/** Finds out whose token it is. One that is not good is never overlooked. */
	private static final class Bearer extends OncePerRequestFilter {

		private final AccessTokens tokens;

		private final Editors editors;

		private final Refusal refusal;

		Bearer(AccessTokens tokens, Editors editors, Refusal refusal) {
			this.tokens = tokens;
			this.editors = editors;
			this.refusal = refusal;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (isBearer(request)) {
				Optional<UserDetails> editor = this.tokens
					.editor(request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip())
					.flatMap(this::load)
					.filter((found) -> found.isEnabled() && found.isAccountNonLocked());
				if (editor.isEmpty()) {
					this.refusal.answer(request, response);
					return;
				}
				SecurityContext context = SecurityContextHolder.createEmptyContext();
				context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(editor.get().getUsername(),
						null, editor.get().getAuthorities()));
				SecurityContextHolder.setContext(context);
			}
			chain.doFilter(request, response);
		}

		private Optional<UserDetails> load(String name) {
			try {
				return Optional.of(this.editors.load(name));
			}
			catch (UsernameNotFoundException ex) {
				return Optional.empty();
			}
		}

	}

	/** Says what is needed. */
	private static final class Refusal {

		private final SiteAddress site;

		private final JsonMapper json;

		Refusal(SiteAddress site, JsonMapper json) {
			this.site = site;
			this.json = json;
		}

		void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED,
					"The request has no token that is good for this.");
			problem.setType(URI.create(this.site.root() + "/about/api#unauthorized"));
			problem.setTitle("A token is needed");
			problem.setInstance(URI.create(request.getRequestURI()));
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
					isBearer(request) ? "Bearer error=\"invalid_token\"" : "Bearer");
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream().write(this.json.writeValueAsBytes(problem));
		}

	}

}
