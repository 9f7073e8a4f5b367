package org.catena.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.article.ArticleText;
import org.catena.editing.DraftSteps.Step;
import org.catena.history.Attribution;
import org.jspecify.annotations.Nullable;

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

	/** Characters that a reason may have at most. */
	private static final int LONGEST_REASON = 300;

	private final SaveDraft saveDraft;

	private final DraftAccess access;

	private final DraftSteps steps;

	private final Corrections corrections;

	private final DraftPages pages;

	private final Orphans orphans;

	CorrectionController(SaveDraft saveDraft, DraftAccess access, DraftSteps steps, Corrections corrections,
			DraftPages pages, Orphans orphans) {
		this.saveDraft = saveDraft;
		this.access = access;
		this.steps = steps;
		this.corrections = corrections;
		this.pages = pages;
		this.orphans = orphans;
	}

	@GetMapping("/admin/drafts/{id}/correction")
	String look(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		if (!draft.isUnpublished() || !this.corrections.isCorrection(draft)) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		return show(draft, CorrectionPage.Typing.NOTHING, (String) model.getAttribute("notice"), model);
	}

	@PostMapping("/admin/drafts/{id}/correction")
	String publish(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Draft draft = this.access.visible(id, request);
		if (!draft.isUnpublished() || draft.article() == null) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		FormParameters sent = FormParameters.of(request.getParameterMap());
		CorrectionPage.Typing typed = CorrectionPage.Typing.read(sent);
		String reason = ArticleText.normalise(typed.reason()).strip().replaceAll("\\s+", " ");
		String error = (sent.number("revision") != draft.revision())
				? "The draft was saved from another window meanwhile. This is what it changes now; look at it, then publish."
				: reason.isEmpty() ? "Say why the text is changed: readers see it in the history."
						: (reason.length() > LONGEST_REASON) ? "Give a reason of at most 300 characters." : null;
		if (error != null) {
			response.setStatus((sent.number("revision") != draft.revision()) ? HttpStatus.CONFLICT.value()
					: HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft, typed, error, model);
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

	private String show(Draft draft, CorrectionPage.Typing typed, @Nullable String error, Model model) {
		model.addAttribute("page", this.corrections.page(draft, typed, error));
		return "editing/correction";
	}

}
