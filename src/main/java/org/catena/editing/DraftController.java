package org.catena.editing;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.editing.DraftSteps.Step;
import org.catena.editing.Merge.Conflict;
import org.catena.editing.Merge.Merged;
import org.catena.editing.PublishedArticles.ClaimRow;
import org.catena.editing.SaveDraft.Saved;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Drafts: every POST first saves what was typed, then does what its button says.
 */
@Controller
class DraftController {

	private final Drafts drafts;

	private final SaveDraft saveDraft;

	private final DraftSteps steps;

	private final DraftAccess access;

	private final PublishedArticles articles;

	private final Publishing publishing;

	private final Corrections corrections;

	private final DraftPages pages;

	private final KeptForms kept;

	DraftController(Drafts drafts, SaveDraft saveDraft, DraftSteps steps, DraftAccess access,
			PublishedArticles articles, Publishing publishing, Corrections corrections, DraftPages pages,
			KeptForms kept) {
		this.drafts = drafts;
		this.saveDraft = saveDraft;
		this.steps = steps;
		this.access = access;
		this.articles = articles;
		this.publishing = publishing;
		this.corrections = corrections;
		this.pages = pages;
		this.kept = kept;
	}

	/** The number of a draft or run in an address, if it is one. */
	static Optional<Long> number(String text) {
		return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
	}

	@GetMapping("/admin/articles/new")
	String write(Model model) {
		return show(model, this.pages.blank());
	}

	@PostMapping("/admin/articles/new")
	String create(HttpServletRequest request, HttpServletResponse response, Principal editor, Model model,
			RedirectAttributes redirect) {
		FormParameters typed = FormParameters.of(request.getParameterMap());
		long id = this.drafts.open(editor.getName(), ArticleForm.read(typed).press(typed), null, null);
		this.kept.forget(request);
		return act(id, typed, request, response, model, redirect);
	}

	@GetMapping("/admin/articles/{slug}/edit")
	String edit(@PathVariable String slug, Model model) {
		PublishedArticles.Opened opened = this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		return show(model, this.pages.edit(slug, opened));
	}

	@PostMapping("/admin/articles/{slug}/edit")
	String createEdit(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response,
			Principal editor, Model model, RedirectAttributes redirect) {
		PublishedArticles.Opened opened = this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		long id = this.access.openEdit(editor.getName(), ArticleForm.read(typed).press(typed), slug, typed.one("base"),
				opened);
		this.kept.forget(request);
		return act(id, typed, request, response, model, redirect);
	}

	@GetMapping("/admin/drafts/{id}")
	String open(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		return closed(draft, model).orElseGet(() -> show(model, draft, new FormErrors(), null));
	}

	@PostMapping("/admin/drafts/{id}")
	String save(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Principal editor,
			Model model, RedirectAttributes redirect) {
		Draft draft = this.access.visible(id, request);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		ArticleForm sent = Conflict.resolve(ArticleForm.read(typed), theirs(draft, typed), typed).press(typed);
		if (draft.state() == DraftState.PUBLISHED) {
			return sentAgain(draft, sent, editor.getName(), redirect);
		}
		Saved saved = this.saveDraft.save(draft, sent, typed.number("revision"), editor.getName());
		Merged merged = saved.merged();
		if (merged != null && saved.isConflict()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(model, this.pages.of(saved.draft().with(merged.form(), saved.draft().revision()),
					new Clash("revision:" + saved.draft().revision(), Typed.orEmpty(saved.other()), merged)));
		}
		this.kept.forget(request);
		if (merged != null) {
			redirect.addFlashAttribute("notice",
					"Saved. " + saved.other() + " had saved this draft meanwhile; of that this was taken over: "
							+ (merged.taken().isEmpty() ? "nothing, it was the same" : merged.changes())
							+ ". Look at it, then go on.");
			return "redirect:/admin/drafts/" + draft.id();
		}
		return act(draft.id(), typed, request, response, model, redirect);
	}

	/** What the other has, where the page showed both. */
	private ArticleForm theirs(Draft draft, FormParameters typed) {
		String theirs = typed.one("theirs");
		if (theirs.equals("article") && draft.article() != null) {
			return this.articles.open(draft.article()).map(PublishedArticles.Opened::form).orElse(draft.form());
		}
		return number(theirs.replaceFirst("^revision:", "")).filter((number) -> number <= Integer.MAX_VALUE)
			.flatMap((number) -> this.drafts.formAt(draft.id(), number.intValue()))
			.orElse(draft.form());
	}

	@GetMapping("/admin/drafts/{id}/preview")
	String preview(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		model.addAttribute("preview", PreviewPage.of(draft));
		model.addAttribute("correction", this.corrections.isCorrection(draft));
		return "editing/preview";
	}

	@GetMapping(DraftPages.NEW + KeptForm.AGAIN)
	String writeAgain(HttpServletRequest request, Model model) {
		return this.kept.typed(request)
			.map((typed) -> show(model, this.pages.again(typed)))
			.orElse("redirect:" + DraftPages.NEW);
	}

	@GetMapping("/admin/articles/{slug}/edit" + KeptForm.AGAIN)
	String editAgain(@PathVariable String slug, HttpServletRequest request, Model model) {
		return this.kept.typed(request)
			.map((typed) -> show(model, this.pages.editAgain(slug, typed)))
			.orElse("redirect:/admin/articles/" + Typed.shown(slug) + "/edit");
	}

	/** What was typed into a draft that is somebody else's now begins another. */
	@GetMapping("/admin/drafts/{id}" + KeptForm.AGAIN)
	String openAgain(@PathVariable String id, HttpServletRequest request, Model model) {
		Optional<FormParameters> typed = this.kept.typed(request);
		if (typed.isEmpty()) {
			return "redirect:/admin";
		}
		return show(model,
				number(id).flatMap(this.drafts::find)
					.filter((draft) -> DraftAccess.isVisible(draft, request))
					.map((draft) -> this.pages.again(draft, typed.get()))
					.orElseGet(() -> this.pages.again(typed.get())));
	}

	private String act(long id, FormParameters typed, HttpServletRequest request, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		String page = "redirect:/admin/drafts/" + id;
		if (typed.has("publish") || typed.has("return")) {
			if (!DraftAccess.isReviewer(request)) {
				throw PageRefused.onlyReviewersDoThis();
			}
			return typed.has("publish") ? publish(id, request, response, model, redirect)
					: sendBack(id, typed.one("remark"), request, response, model, redirect);
		}
		if (typed.has("submit")) {
			return submit(id, request, response, model, redirect);
		}
		if (typed.has("take-back")) {
			if (!find(id).isOwnedBy(request.getRemoteUser())) {
				throw PageRefused.draftOfSomebodyElse();
			}
			if (this.drafts.move(id, DraftState.IN_REVIEW, DraftState.OPEN)) {
				this.steps.add(id, Step.TAKEN_BACK, request.getRemoteUser(), null);
			}
			return page;
		}
		if (typed.has("preview")) {
			return page + "/preview";
		}
		if (typed.has("mark")) {
			return page + "/marking" + (typed.number("mark") > 0 ? "?claim=" + typed.number("mark") : "");
		}
		if (typed.has("discard")) {
			return discard(id, request, redirect);
		}
		for (String list : List.of("author", "agent", "claim")) {
			if (typed.has("add-" + list) || typed.has("remove-" + list)) {
				return page + "#" + list + "s-end";
			}
		}
		redirect.addFlashAttribute("notice", "The draft is saved.");
		return page;
	}

	private String discard(long id, HttpServletRequest request, RedirectAttributes redirect) {
		if (!find(id).isOwnedBy(request.getRemoteUser())) {
			throw PageRefused.draftOfSomebodyElse();
		}
		this.drafts.discard(id);
		this.steps.add(id, Step.DISCARDED, request.getRemoteUser(), null);
		redirect.addFlashAttribute("discarded", id);
		return "redirect:/admin";
	}

	/** What could not be published is not submitted either: its writer mends it first. */
	private String submit(long id, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Draft draft = find(id);
		FormErrors errors = this.publishing.check(draft);
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, draft, errors, null);
		}
		if (this.drafts.move(id, DraftState.OPEN, DraftState.IN_REVIEW)) {
			this.steps.add(id, Step.SUBMITTED, request.getRemoteUser(), null);
		}
		redirect.addFlashAttribute("notice",
				"“" + draft.form().label() + "” waits for review. You can still change it, or take it back.");
		return "redirect:/admin";
	}

	private String sendBack(long id, String remark, HttpServletRequest request, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		Draft draft = find(id);
		FormErrors errors = new FormErrors();
		String said = new FieldReading(errors).prose("remark", remark);
		if (said == null) {
			errors.add("remark", "Say what is to be changed, so that its writer knows.");
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, draft, errors, null);
		}
		if (this.drafts.move(id, DraftState.IN_REVIEW, DraftState.OPEN)) {
			this.steps.add(id, Step.RETURNED, request.getRemoteUser(), said);
			redirect.addFlashAttribute("notice", "The draft went back to " + draft.owner() + ".");
		}
		return "redirect:/admin/reviews";
	}

	private String publish(long id, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Draft draft = find(id);
		try {
			if (draft.isUnpublished() && this.corrections.isCorrection(draft)) {
				this.publishing.refuseStale(draft);
				FormErrors errors = this.publishing.check(draft);
				if (!errors.isEmpty()) {
					throw new NotPublishable(errors);
				}
				return "redirect:/admin/drafts/" + id + "/correction";
			}
			String slug = this.publishing.publish(draft);
			this.steps.add(id, Step.PUBLISHED, request.getRemoteUser(), null);
			if (claims(slug).stream().anyMatch(ClaimRow::orphan) && draft.isOwnedBy(request.getRemoteUser())) {
				return "redirect:/admin/drafts/" + id;
			}
			redirect.addFlashAttribute("notice", "The article is published.");
			return "redirect:/articles/" + slug;
		}
		catch (DraftIsClosed ex) {
			return "redirect:/admin/drafts/" + id;
		}
		catch (ArticleHasChanged ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(model,
					this.pages.articleChanged(this.saveDraft.takeOverArticle(draft, request.getRemoteUser())));
		}
		catch (NotPublishable ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, draft, ex.errors(), null);
		}
	}

	private Draft find(long id) {
		return this.drafts.find(id).orElseThrow(PageRefused::noDraft);
	}

	/**
	 * A published draft is sent once more: by a double click, or from a window left open.
	 */
	private String sentAgain(Draft draft, ArticleForm sent, String by, RedirectAttributes redirect) {
		if (sent.equals(draft.form())) {
			return "redirect:/articles/" + draft.article();
		}
		long id = this.drafts.open(by, sent, draft.article(), null);
		redirect.addFlashAttribute("notice",
				"The draft had been published already. What you typed since is kept in this new draft.");
		return "redirect:/admin/drafts/" + id;
	}

	private Optional<String> closed(Draft draft, Model model) {
		if (draft.state() != DraftState.PUBLISHED) {
			return Optional.empty();
		}
		model.addAttribute("draft", draft);
		model.addAttribute("orphans", claims(draft.article()).stream().filter(ClaimRow::orphan).toList());
		return Optional.of("editing/published");
	}

	private List<ClaimRow> claims(@Nullable String article) {
		return (article != null) ? this.articles.claims(article) : List.of();
	}

	private String show(Model model, Draft draft, FormErrors errors, @Nullable String notice) {
		String said = (notice != null) ? notice : (String) model.getAttribute("notice");
		return show(model, this.pages.of(draft, errors, said));
	}

	private static String show(Model model, DraftPage page) {
		model.addAttribute("page", page);
		return "editing/draft";
	}

}
