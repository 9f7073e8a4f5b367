package org.catena.editing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Asks people to log in without losing what they typed: a form that comes without a valid
 * session or token is shown again after log-in. Nothing of it is saved before its sender
 * has seen it and says so, for it may come from somebody else's page.
 */
@Component
@ConditionalOnWebApplication
class KeepTyped extends SavedRequestAwareAuthenticationSuccessHandler
		implements AccessDeniedHandler, AuthenticationEntryPoint, AuthenticationFailureHandler {

	static final String LOGIN = "/admin/login";

	private final FilterPages pages;

	private final KeptForms kept;

	private final JsonMapper json;

	private final LoginUrlAuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint(LOGIN);

	private final Logins logins;

	KeepTyped(FilterPages pages, KeptForms kept, JsonMapper json, Logins logins) {
		this.pages = pages;
		this.kept = kept;
		this.json = json;
		this.logins = logins;
		setDefaultTargetUrl("/admin");
		setRequestCache(requestCache());
	}

	/** Leads back to the page that asked for log-in, by its address as it was. */
	static HttpSessionRequestCache requestCache() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod()));
		return cache;
	}

	/** Nobody is logged in. */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		if (isAutosave(request)) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		Optional<KeptForm> form = KeptForm.of(request);
		if (form.isEmpty()) {
			this.toLogin.commence(request, response, ex);
			return;
		}
		login(HttpStatus.UNAUTHORIZED, null, form.get(), request, response);
	}

	/**
	 * The token is missing or wrong: the session ended, or somebody else's page sent the
	 * form.
	 */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean known = authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
		if (isAutosave(request)) {
			response.sendError((known ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED).value());
			return;
		}
		if (known && !(ex instanceof CsrfException)) {
			this.pages.answer(HttpStatus.FORBIDDEN, "editing/refusal",
					Map.of("account", authentication.getName(), "refusal", RefusalPage.notForThisAccount()), request,
					response);
			return;
		}
		Optional<KeptForm> form = KeptForm.of(request);
		if (form.isPresent() && known) {
			this.kept.keep(form.get(), request);
			response.sendRedirect(request.getContextPath() + KeptForm.LIST);
		}
		else if (form.isPresent()) {
			login(HttpStatus.FORBIDDEN, null, form.get(), request, response);
		}
		else if (LOGIN.equals(request.getServletPath())) {
			login(HttpStatus.FORBIDDEN, "The page had been open for too long. Log in again.",
					KeptForm.parse(request.getParameter(KeptForm.PARAMETER), this.json).orElse(null), request,
					response);
		}
		else {
			this.pages.answer(HttpStatus.FORBIDDEN, "editing/refusal",
					Map.of("refusal", isFile(request) ? RefusalPage.fileOfNobody() : RefusalPage.openTooLong()),
					request, response);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException, ServletException {
		KeptForm form = KeptForm.parse(request.getParameter(KeptForm.PARAMETER), this.json).orElse(null);
		if (ex instanceof TooManyAttempts tooMany) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
			login(HttpStatus.TOO_MANY_REQUESTS,
					"Too many attempts failed. Wait " + tooMany.seconds() + " seconds, then try again.", form, request,
					response);
			return;
		}
		login(HttpStatus.UNAUTHORIZED, "The account and the password do not belong together. Check both.", form,
				request, response);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		request.getSession()
			.setAttribute(Logins.ATTRIBUTE, this.logins.begin(authentication.getName(), request.getRemoteAddr(),
					request.getHeader(HttpHeaders.USER_AGENT)));
		Optional<KeptForm> form = KeptForm.parse(request.getParameter(KeptForm.PARAMETER), this.json);
		if (form.isPresent()) {
			this.kept.keep(form.get(), request);
			clearAuthenticationAttributes(request);
			response.sendRedirect(request.getContextPath() + KeptForm.LIST);
			return;
		}
		super.onAuthenticationSuccess(request, response, authentication);
	}

	/** Files of people who are not known are not kept for them. */
	private static boolean isFile(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	/** A script saves what is typed, and reads the status alone. */
	private static boolean isAutosave(HttpServletRequest request) {
		return request.getParameter(AutosaveController.PARAMETER) != null;
	}

	private void login(HttpStatus status, @Nullable String error, @Nullable KeptForm form, HttpServletRequest request,
			HttpServletResponse response) throws ServletException {
		Map<String, Object> model = new HashMap<>();
		String account = request.getParameter("username");
		model.put("login", new LoginPage((account != null) ? account : "", error, null,
				(form != null) ? form.toJson(this.json) : null));
		this.pages.answer(status, "editing/login", model, request, response);
	}

}
