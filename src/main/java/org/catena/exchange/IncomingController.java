package org.catena.exchange;

import java.security.Principal;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which editors look through the annotations that came in.
 */
@Controller
class IncomingController {

	/** Annotations on the page. */
	private static final int MOST = 100;

	private static final List<String> ACTS = List.of("coded", "set_aside", "reopened");

	/** Characters of a remark. */
	private static final int LONGEST = 1_000;

	private final IncomingAnnotations incoming;

	private final IncomingPages pages;

	IncomingController(IncomingAnnotations incoming, IncomingPages pages) {
		this.incoming = incoming;
		this.pages = pages;
	}

	@GetMapping("/admin/annotations")
	String list(@RequestParam(defaultValue = "open") String state, Principal editor, Model model) {
		boolean open = !state.equals("done");
		model.addAttribute("account", editor.getName());
		model.addAttribute("open", open);
		model.addAttribute("rows", this.pages.rows(this.incoming.list(open, MOST)));
		model.addAttribute("waiting", this.incoming.countOpen());
		return "exchange/incoming";
	}

	@PostMapping("/admin/annotations/{name}")
	String change(@PathVariable String name, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String remark,
			Principal editor, RedirectAttributes redirect) {
		String page = "redirect:/admin/annotations" + (act.equals("reopened") ? "?state=done" : "");
		String said = SentAnnotation.plain(remark);
		if (said.length() > LONGEST) {
			redirect.addFlashAttribute("notice", "A remark has at most 1,000 characters. Nothing was noted.");
			return page;
		}
		IncomingAnnotation seen = this.incoming.find(name)
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no annotation " + name + ".", null));
		boolean done = ACTS.contains(act) && !seen.isDeleted() && number.equals(String.valueOf(seen.number()))
				&& this.incoming.change(seen, act, null, said.isEmpty() ? null : said, editor.getName());
		redirect.addFlashAttribute("notice",
				done ? "Noted." : "Somebody else has changed this annotation meanwhile. Nothing was noted.");
		return page;
	}

}
