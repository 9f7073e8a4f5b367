package org.catena.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.editing.DraftSteps.Step;
import org.catena.history.Attribution;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A correction is looked at, word by word and claim by claim, before it is published.
 */
@Controller
class CorrectionController {

	private final SaveDraft saveDraft;

	private final DraftAccess access;

	private final DraftSteps steps;

	private final Corrections corrections;

	private final DraftPages pages;

	private final Orphans orphans;

	private final KeptForms kept;

	CorrectionController(SaveDraft saveDraft, DraftAccess access, DraftSteps steps, Corrections corrections,
			DraftPages pages, Orphans orphans, KeptForms kept) {
		this.saveDraft = saveDraft;
		this.access = access;
		this.steps = steps;
		this.corrections = corrections;
		this.pages = pages;
		this.orphans = orphans;
		this.kept = kept;
	}

	@GetMapping("/admin/drafts/{id}/correction")
	String look(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		if (!draft.isUnpublished() || !this.corrections.isCorrection(draft)) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		return show(draft, CorrectionPage.Typing.NOTHING, new FormErrors(), model);
	}

	@GetMapping("/admin/drafts/{id}/correction" + KeptForm.AGAIN)
	String again(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		FormParameters typed = this.kept.typed(request).orElse(null);
		if (typed == null || !draft.isUnpublished() || !this.corrections.isCorrection(draft)) {
			return "redirect:/admin/drafts/" + draft.id() + "/correction";
		}
		model.addAttribute("notice", KeptForm.NOTICE);
		return show(draft, CorrectionPage.Typing.read(typed), new FormErrors(), model);
	}

	@ReviewersOnly
	@PostMapping("/admin/drafts/{id}/correction")
	String publish(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Draft draft = this.access.visible(id, request);
		this.kept.forget(request);
		if (!draft.isUnpublished() || draft.article() == null) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		FormParameters sent = FormParameters.of(request.getParameterMap());
		CorrectionPage.Typing typed = CorrectionPage.Typing.read(sent);
		FormErrors errors = new FormErrors();
		if (sent.number("revision") != draft.revision()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("notice",
					"The draft was saved from another window meanwhile. This is what it changes now; look at it, then publish.");
			return show(draft, typed, errors, model);
		}
		String reason = new FieldReading(errors).reason("reason", typed.reason(),
				"Say why the article is changed: readers see it in the history.");
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft, typed, errors, model);
		}
		try {
			String slug = Attribution.because(reason)
				.during(() -> this.corrections.publish(draft, reason, typed.doubted()));
			this.steps.add(draft.id(), Step.PUBLISHED, request.getRemoteUser(), null);
			redirect.addFlashAttribute("notice", "The correction is published.");
			return this.orphans.isAnyOf(slug) ? "redirect:/admin/orphans" : "redirect:/articles/" + slug;
		}
		catch (DraftIsClosed ex) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		catch (ArticleHasChanged ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("page",
					this.pages.articleChanged(this.saveDraft.takeOverArticle(draft, request.getRemoteUser())));
			return "editing/draft";
		}
		catch (NotPublishable ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("page", this.pages.of(draft, ex.errors(), null));
			return "editing/draft";
		}
	}

	private String show(Draft draft, CorrectionPage.Typing typed, FormErrors errors, Model model) {
		model.addAttribute("page", this.corrections.page(draft, typed, errors));
		return "editing/correction";
	}

}
