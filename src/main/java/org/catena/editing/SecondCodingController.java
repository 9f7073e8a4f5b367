package org.catena.editing;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.agreement.MeasuredCodings;
import org.catena.editing.FinishCoding.ToMend;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Second codings, from their beginning to their end. Claims are marked in them by
 * {@link MarkingController}.
 */
@Controller
class SecondCodingController {

	private final SecondCodings codings;

	private final SecondCodingAccess access;

	private final FinishCoding finishCoding;

	private final MeasuredCodings measured;

	SecondCodingController(SecondCodings codings, SecondCodingAccess access, FinishCoding finishCoding,
			MeasuredCodings measured) {
		this.codings = codings;
		this.access = access;
		this.finishCoding = finishCoding;
		this.measured = measured;
	}

	@GetMapping("/admin/second-codings")
	String list(HttpServletRequest request, Model model) {
		model.addAttribute("own", this.codings.of(request.getRemoteUser()));
		if (DraftAccess.isReviewer(request)) {
			model.addAttribute("waiting", this.codings.waitingFor(request.getRemoteUser()));
		}
		return "editing/second-codings";
	}

	/** Begins one, blind unless the editor asks to see the published claims. */
	@PostMapping("/admin/articles/{slug}/second-codings")
	String begin(@PathVariable String slug, @RequestParam(defaultValue = "") String seeing,
			HttpServletRequest request) {
		long id = this.codings.begin(request.getRemoteUser(), Typed.shown(slug), seeing.isEmpty())
			.orElseThrow(PageRefused::noArticle);
		SecondCoding coding = this.codings.find(id).orElseThrow(PageRefused::noSecondCoding);
		return "redirect:" + (coding.isOpen() && !coding.isOfOldText() ? coding.marking() : coding.home());
	}

	@GetMapping("/admin/second-codings/{id}")
	String open(@PathVariable String id, HttpServletRequest request, Model model) {
		return show(this.access.visible(id, request), request, FormPage.empty(), List.of(), model);
	}

	@PostMapping("/admin/second-codings/{id}")
	String act(@PathVariable String id, @RequestParam Map<String, String> sent, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		SecondCoding coding = this.access.own(id, request);
		String account = coding.owner();
		if (sent.containsKey("finish")) {
			return finish(coding, request, response, model, redirect);
		}
		if (sent.containsKey("give-up")) {
			return giveUp(coding, sent.getOrDefault("reason", ""), request, response, model);
		}
		if (sent.containsKey("resume")) {
			this.codings.resume(coding.id(), account);
		}
		if (sent.containsKey("unblind")) {
			this.codings.unblind(coding.id(), account);
			redirect.addFlashAttribute("notice", "The published claims are shown from now on.");
		}
		if (sent.containsKey("carry")) {
			redirect.addFlashAttribute("notice",
					this.codings.carry(coding.id(), account)
							? "The coding goes on with the text as it is now. Claims whose words it does not have "
									+ "are listed as without a place."
							: "You have coded that text already, or it was not corrected.");
		}
		return "redirect:" + coding.home();
	}

	private String finish(SecondCoding coding, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		List<ToMend> toMend = this.finishCoding.finish(coding);
		if (!toMend.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(this.access.own(String.valueOf(coding.id()), request), request, FormPage.empty(), toMend,
					model);
		}
		redirect.addFlashAttribute("notice", "The coding is finished. A reviewer settles where the two differ.");
		return "redirect:" + coding.home();
	}

	private String giveUp(SecondCoding coding, String reason, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		FormErrors errors = new FormErrors();
		String said = new FieldReading(errors).line("reason", reason);
		if (said == null) {
			errors.addUnlessKnown("reason", "Say in a few words why.");
		}
		if (said == null || !errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(coding, request, new FormPage(Map.of("reason", reason), errors), List.of(), model);
		}
		this.codings.giveUp(coding.id(), coding.owner(), said);
		return "redirect:" + coding.home();
	}

	private String show(SecondCoding coding, HttpServletRequest request, FormPage page, List<ToMend> toMend,
			Model model) {
		model.addAttribute("coding", coding);
		model.addAttribute("own", SecondCodingAccess.isOwn(coding, request));
		model.addAttribute("page", page);
		model.addAttribute("toMend", toMend);
		model.addAttribute("steps", this.codings.steps(coding.id()));
		model.addAttribute("measured", this.measured.find(coding.id()).orElse(null));
		return "editing/second-coding";
	}

}
