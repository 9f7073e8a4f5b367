package org.catena.editing;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginController {

	@GetMapping(KeepTyped.LOGIN)
	String login(@RequestParam(required = false) @Nullable String out, Model model) {
		model.addAttribute("login", new LoginPage("", null, (out != null) ? "You are logged out." : null, null));
		return "editing/login";
	}

}
