package org.catena.editing;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Who may see what: everything is public except what editors do and what operators
 * measure. What among it is for reviewers, the methods say that do it:
 * {@link ReviewersOnly}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity
class EditingSecurity {

	private static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'";

	/** Where only administrators go. */
	private static final String[] ADMINISTRATORS = { "/admin/users", "/admin/users/**", "/admin/sources",
			"/admin/sources/**", "/admin/agents", "/admin/agents/**", "/admin/index/**", "/admin/releases" };

	/**
	 * Health is for everybody; measurements are for accounts, by HTTP Basic, which asks
	 * each time what the account may do. Sessions of editors do not count here.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain operations(HttpSecurity http) throws Exception {
		return http.securityMatcher("/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.anyRequest()
				.hasRole(Role.EDITOR.name()))
			.httpBasic(Customizer.withDefaults())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.build();
	}

	/**
	 * Annotations are for everybody to read, for editors' programs to write: by HTTP
	 * Basic, with no session that another page could use, so without tokens in forms.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain annotationProtocol(HttpSecurity http) throws Exception {
		return http.securityMatcher("/annotations", "/annotations/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				.requestMatchers(HttpMethod.OPTIONS)
				.permitAll()
				.anyRequest()
				.hasRole(Role.EDITOR.name()))
			.httpBasic((basic) -> basic.realmName("Catena"))
			.cors((cors) -> cors.configurationSource(EditingSecurity::everyOrigin))
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.headers(EditingSecurity::headers)
			.build();
	}

	/** Annotation clients run on other sites' pages; they send no cookies. */
	private static CorsConfiguration everyOrigin(HttpServletRequest request) {
		CorsConfiguration everybody = new CorsConfiguration();
		everybody.addAllowedOrigin(CorsConfiguration.ALL);
		everybody.addAllowedMethod(CorsConfiguration.ALL);
		everybody.addAllowedHeader(CorsConfiguration.ALL);
		everybody.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.ALLOW,
				HttpHeaders.VARY, HttpHeaders.CONTENT_LOCATION, "Accept-Post", "Preference-Applied"));
		return everybody;
	}

	@Bean
	@Order(3)
	SecurityFilterChain site(HttpSecurity http, KeepTyped keepTyped, FilterPages pages, Logins logins)
			throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(KeepTyped.LOGIN)
				.permitAll()
				.requestMatchers(ADMINISTRATORS)
				.hasRole(Role.ADMINISTRATOR.name())
				.requestMatchers(HttpMethod.POST, "/admin/ingests")
				.hasRole(Role.ADMINISTRATOR.name())
				.requestMatchers("/admin", "/admin/**")
				.hasRole(Role.EDITOR.name())
				.anyRequest()
				.permitAll())
			.formLogin((form) -> form.loginPage(KeepTyped.LOGIN).successHandler(keepTyped).failureHandler(keepTyped))
			.logout((logout) -> logout.logoutUrl("/admin/logout")
				.addLogoutHandler((request, response, authentication) -> {
					String token = CurrentRole.token(request);
					if (token != null) {
						logins.end(token);
					}
				})
				.logoutSuccessUrl(KeepTyped.LOGIN + "?out=yes"))
			.exceptionHandling(
					(exceptions) -> exceptions.accessDeniedHandler(keepTyped).authenticationEntryPoint(keepTyped))
			// They change nothing, so programs may send them, and no session is begun for
			// them.
			.csrf((csrf) -> csrf.ignoringRequestMatchers("/batch", "/oai"))
			.requestCache((cache) -> cache.requestCache(KeepTyped.requestCache()))
			.headers(EditingSecurity::headers)
			.addFilterAfter(new FormSize(pages), HeaderWriterFilter.class)
			.addFilterBefore(new CurrentRole(logins), CsrfFilter.class)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
			.frameOptions((frame) -> frame.deny())
			// Public pages may be kept by caches. Editors' pages are kept by their own
			// browser only: its "back" must bring back what was typed.
			.cacheControl((cache) -> cache.disable())
			.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
					PathPatternRequestMatcher.withDefaults().matcher("/admin/**"),
					new StaticHeadersWriter("Cache-Control", "private, no-cache")));
	}

}
