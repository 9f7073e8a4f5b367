package org.catena.editing;

import java.security.Principal;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An editor's tokens for programs.
 */
@Controller
class TokenController {

	private static final String PAGE = "redirect:/admin/tokens";

	private final AccessTokens tokens;

	TokenController(AccessTokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping("/admin/tokens")
	String tokens(Principal editor, Model model) {
		model.addAttribute("tokens", this.tokens.of(editor.getName()));
		return "editing/tokens";
	}

	@PostMapping("/admin/tokens")
	String make(@RequestParam(defaultValue = "") String name, Principal editor, RedirectAttributes redirect) {
		String label = Typed.shown(name).strip();
		if (label.isEmpty() || label.codePointCount(0, label.length()) > 100) {
			redirect.addFlashAttribute("refused", "Say in at most 100 characters what the token is for.");
			return PAGE;
		}
		Optional<String> token = this.tokens.make(editor.getName(), label);
		if (token.isPresent()) {
			redirect.addFlashAttribute("token", token.get());
		}
		else {
			redirect.addFlashAttribute("refused",
					"You have " + AccessTokens.MOST + " tokens. Revoke one that you no longer need first.");
		}
		return PAGE;
	}

	@PostMapping("/admin/tokens/{id}/revoke")
	String revoke(@PathVariable String id, Principal editor, RedirectAttributes redirect) {
		DraftController.number(id).ifPresent((number) -> this.tokens.revoke(editor.getName(), number));
		redirect.addFlashAttribute("notice", "The token is revoked.");
		return PAGE;
	}

}
