package org.catena.editing;

import java.security.Principal;
import java.time.Duration;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's own account: its password and its sessions.
 */
@Controller
class AccountController {

	private static final String ACCOUNT = "/admin/account";

	private final Editors editors;

	private final Logins logins;

	private final AccessTokens tokens;

	private final LoginAttempts attempts;

	private final PasswordEncoder encoder;

	AccountController(Editors editors, Logins logins, AccessTokens tokens, LoginAttempts attempts,
			PasswordEncoder encoder) {
		this.editors = editors;
		this.logins = logins;
		this.tokens = tokens;
		this.attempts = attempts;
		this.encoder = encoder;
	}

	@GetMapping(ACCOUNT)
	String account(Principal principal, HttpServletRequest request, Model model) {
		return show(principal, request, model, FormPage.empty());
	}

	@PostMapping(ACCOUNT + "/password")
	String change(@RequestParam(defaultValue = "") String old, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String again, Principal principal, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		String account = principal.getName();
		FormErrors errors = new FormErrors();
		String refusal = Passwords.refusal(account, password);
		if (refusal != null) {
			errors.add("password", refusal);
		}
		else if (!password.equals(again)) {
			errors.add("again", "The two new passwords differ. Type the same twice.");
		}
		if (errors.isEmpty()) {
			checkOld(account, old, request, errors);
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(principal, request, model, new FormPage(Map.of(), errors));
		}
		this.editors.setPassword(account, this.encoder.encode(password));
		int ended = this.logins.endAll(account, CurrentRole.token(request));
		int revoked = this.tokens.revokeAll(account);
		redirect.addFlashAttribute("notice", "Your password is changed. "
				+ ((ended == 0) ? "No other session was open." : "Your other sessions are ended: " + ended + ".")
				+ ((revoked == 0) ? "" : " Revoked tokens: " + revoked + ". Make new ones for your programs."));
		return "redirect:" + ACCOUNT;
	}

	@PostMapping(ACCOUNT + "/sessions")
	String endOthers(Principal principal, HttpServletRequest request, RedirectAttributes redirect) {
		int ended = this.logins.endAll(principal.getName(), CurrentRole.token(request));
		redirect.addFlashAttribute("notice", "Ended sessions: " + ended + ".");
		return "redirect:" + ACCOUNT;
	}

	@PostMapping(ACCOUNT + "/sessions/{id}")
	String end(@PathVariable String id, Principal principal, RedirectAttributes redirect) {
		boolean ended = DraftController.number(id)
			.filter((number) -> this.logins.end(principal.getName(), number))
			.isPresent();
		redirect.addFlashAttribute("notice", ended ? "The session is ended." : "This session had ended already.");
		return "redirect:" + ACCOUNT;
	}

	/** Guessing is slowed down here as it is at log-in. */
	private void checkOld(String account, String old, HttpServletRequest request, FormErrors errors) {
		String address = "password of " + request.getRemoteAddr();
		Duration wait = this.attempts.begin(account, address);
		if (!wait.isZero()) {
			errors.add("old", "Too many attempts failed. Wait " + (wait.toSeconds() + 1) + " seconds, then try again.");
		}
		else if (this.encoder.matches(old, this.editors.load(account).getPassword())) {
			this.attempts.succeed(account, address);
		}
		else {
			errors.add("old", "This is not your password now. Check it.");
		}
	}

	private String show(Principal principal, HttpServletRequest request, Model model, FormPage page) {
		model.addAttribute("page", page);
		model.addAttribute("sessions", this.logins.of(principal.getName(), CurrentRole.token(request)));
		return "editing/account";
	}

}
