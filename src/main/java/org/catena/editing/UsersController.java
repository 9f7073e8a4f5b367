package org.catena.editing;

import java.security.Principal;
import java.util.Arrays;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.editing.Editors.EditorRow;

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
 * The accounts, for administrators.
 */
@Controller
class UsersController {

	private static final String USERS = "/admin/users";

	private final Editors editors;

	private final Logins logins;

	private final AccessTokens tokens;

	private final PasswordEncoder encoder;

	UsersController(Editors editors, Logins logins, AccessTokens tokens, PasswordEncoder encoder) {
		this.editors = editors;
		this.logins = logins;
		this.tokens = tokens;
		this.encoder = encoder;
	}

	@GetMapping(USERS)
	String list(Model model) {
		return list(model, FormPage.empty());
	}

	@PostMapping(USERS)
	String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String password, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		FormErrors errors = new FormErrors();
		String account = name.strip();
		if (!Editors.isName(account)) {
			errors.add("name",
					"Give a name of lower-case letters and digits, in words joined by hyphens, at most 40 characters; not “first” or “second”.");
		}
		Role chosen = role(role, errors);
		String given = password(account, password, errors);
		if (errors.isEmpty() && !this.editors.add(account, this.encoder.encode(given), chosen)) {
			errors.add("name", "There is an account of this name. Choose another name.");
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return list(model, new FormPage(Map.of("name", name, "role", role), errors));
		}
		redirect.addFlashAttribute("notice", "The account “" + account + "” is ready.");
		return shown(account, password, given, redirect);
	}

	@GetMapping(USERS + "/{name}")
	String user(@PathVariable String name, Model model) {
		return user(model, found(name), FormPage.empty());
	}

	@PostMapping(USERS + "/{name}/role")
	String change(@PathVariable String name, @RequestParam(defaultValue = "") String role, Principal principal,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		EditorRow user = found(name);
		FormErrors errors = new FormErrors();
		Role chosen = role(role, errors);
		if (errors.isEmpty()) {
			if (name.equals(principal.getName())) {
				errors.add("role", "Your own role can only be changed by another administrator.");
			}
			else if (!this.editors.change(name, chosen)) {
				errors.add("role", "This is the last administrator. Make somebody else one first.");
			}
		}
		if (!errors.isEmpty()) {
			return refused(response, model, user, errors);
		}
		redirect.addFlashAttribute("notice", "“" + name + "” is " + chosen.label().toLowerCase(java.util.Locale.ROOT)
				+ " now; it counts from the next page.");
		return "redirect:" + USERS + "/" + name;
	}

	@PostMapping(USERS + "/{name}/password")
	String setPassword(@PathVariable String name, @RequestParam(defaultValue = "") String password,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		EditorRow user = found(name);
		FormErrors errors = new FormErrors();
		String given = password(name, password, errors);
		if (!errors.isEmpty()) {
			return refused(response, model, user, errors);
		}
		this.editors.setPassword(name, this.encoder.encode(given));
		int ended = this.logins.endAll(name, null);
		int revoked = this.tokens.revokeAll(name);
		redirect.addFlashAttribute("notice",
				"The password is set, and " + ended + " sessions are ended. " + "Revoked tokens: " + revoked + ".");
		return shown(name, password, given, redirect);
	}

	@PostMapping(USERS + "/{name}/standing")
	String disable(@PathVariable String name, @RequestParam(defaultValue = "") String disabled, Principal principal,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		EditorRow user = found(name);
		boolean off = "yes".equals(disabled);
		FormErrors errors = new FormErrors();
		if (name.equals(principal.getName())) {
			errors.add("disabled", "Your own account can only be disabled by another administrator.");
		}
		else if (!this.editors.disable(name, off)) {
			errors.add("disabled", "This is the last administrator. Make somebody else one first.");
		}
		if (!errors.isEmpty()) {
			return refused(response, model, user, errors);
		}
		if (off) {
			this.logins.endAll(name, null);
		}
		redirect.addFlashAttribute("notice",
				off ? "The account is disabled and its sessions are ended. What it wrote stays."
						: "The account is enabled again.");
		return "redirect:" + USERS + "/" + name;
	}

	@PostMapping(USERS + "/{name}/tokens/{id}/revoke")
	String revoke(@PathVariable String name, @PathVariable String id, RedirectAttributes redirect) {
		EditorRow user = found(name);
		DraftController.number(id).ifPresent((number) -> this.tokens.revoke(user.name(), number));
		redirect.addFlashAttribute("notice", "The token is revoked.");
		return "redirect:" + USERS + "/" + user.name();
	}

	/** A random password is shown on the next page, once. */
	private static String shown(String account, String typed, String given, RedirectAttributes redirect) {
		if (typed.isEmpty()) {
			redirect.addFlashAttribute("password", given);
		}
		return "redirect:" + USERS + "/" + account;
	}

	private static String password(String account, String typed, FormErrors errors) {
		if (typed.isEmpty()) {
			return Passwords.random();
		}
		String refusal = Passwords.refusal(account, typed);
		if (refusal != null) {
			errors.add("password", refusal);
		}
		return typed;
	}

	private static Role role(String word, FormErrors errors) {
		return Arrays.stream(Role.values()).filter((role) -> role.word().equals(word)).findFirst().orElseGet(() -> {
			errors.add("role", "Choose what the account may do.");
			return Role.EDITOR;
		});
	}

	private EditorRow found(String name) {
		return this.editors.find(name).orElseThrow(PageRefused::noAccount);
	}

	private String refused(HttpServletResponse response, Model model, EditorRow user, FormErrors errors) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return user(model, user, new FormPage(Map.of(), errors));
	}

	private String list(Model model, FormPage page) {
		model.addAttribute("page", page);
		model.addAttribute("users", this.editors.all());
		model.addAttribute("roles", Role.values());
		return "editing/users";
	}

	private String user(Model model, EditorRow user, FormPage page) {
		model.addAttribute("page", page);
		model.addAttribute("tokens", this.tokens.of(user.name()));
		model.addAttribute("user", user);
		model.addAttribute("roles", Role.values());
		return "editing/user";
	}

}
