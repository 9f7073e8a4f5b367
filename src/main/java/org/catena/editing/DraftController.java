package org.catena.editing;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.catena.editing.PublishedArticles.ClaimRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

	private final PublishedArticles articles;

	private final Publishing publishing;

	private final Corrections corrections;

	private final DraftPages pages;

	private final JsonMapper json;

	DraftController(Drafts drafts, PublishedArticles articles, Publishing publishing, Corrections corrections,
			DraftPages pages, JsonMapper json) {
		this.drafts = drafts;
		this.articles = articles;
		this.publishing = publishing;
		this.corrections = corrections;
		this.pages = pages;
		this.json = json;
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
		forgetKept(request);
		return act(id, typed, response, model, redirect);
	}

	@GetMapping("/admin/articles/{slug}/edit")
	String edit(@PathVariable String slug, Model model) {
		PublishedArticles.Opened opened = this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		return show(model, this.pages.edit(slug, opened));
	}

	@PostMapping("/admin/articles/{slug}/edit")
	String createEdit(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response,
			Principal editor, Model model, RedirectAttributes redirect) {
		this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		String base = typed.one("base").matches("[0-9a-f]{64}") ? typed.one("base") : null;
		long id = this.drafts.open(editor.getName(), ArticleForm.read(typed).press(typed), slug, base);
		forgetKept(request);
		return act(id, typed, response, model, redirect);
	}

	@GetMapping("/admin/drafts/{id}")
	String open(@PathVariable String id, Principal editor, Model model) {
		Draft draft = own(id, editor);
		return closed(draft, model).orElseGet(() -> show(model, draft, new FormErrors(), null));
	}

	@PostMapping("/admin/drafts/{id}")
	String save(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Principal editor,
			Model model, RedirectAttributes redirect) {
		Draft draft = own(id, editor);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		ArticleForm sent = ArticleForm.read(typed);
		if (draft.state() == DraftState.PUBLISHED) {
			return sentAgain(draft, sent, typed, redirect);
		}
		if (!this.drafts.save(draft.id(), sent.press(typed), typed.number("revision"))) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(model,
					new Draft(draft.id(), draft.owner(), draft.state(), draft.article(), draft.articleSha256(), sent,
							draft.revision()),
					new FormErrors(), "This was not saved, because the draft was saved from another window meanwhile. "
							+ "Save again to replace what was saved there with what you see here.");
		}
		forgetKept(request);
		return act(draft.id(), typed, response, model, redirect);
	}

	@GetMapping("/admin/drafts/{id}/preview")
	String preview(@PathVariable String id, Principal editor, Model model) {
		Draft draft = own(id, editor);
		model.addAttribute("preview", PreviewPage.of(draft));
		model.addAttribute("correction", this.corrections.isCorrection(draft));
		return "editing/preview";
	}

	/** A form that was sent when its session had ended, again. */
	@GetMapping(KeepTyped.KEPT)
	String kept(HttpSession session, Principal editor, Model model) {
		KeptForm kept = KeptForm.parse((String) session.getAttribute(KeptForm.ATTRIBUTE), this.json).orElse(null);
		if (kept == null) {
			return "redirect:/admin";
		}
		if (kept.path().startsWith("/admin/claims/")) {
			return "redirect:" + kept.path() + "?kept=yes";
		}
		return show(model,
				this.pages.kept(kept, number(kept.path().replaceFirst("/admin/drafts/", "")).flatMap(this.drafts::find)
					.filter((draft) -> draft.owner().equals(editor.getName()))));
	}

	private String act(long id, FormParameters typed, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		String page = "redirect:/admin/drafts/" + id;
		if (typed.has("publish")) {
			return publish(id, response, model, redirect);
		}
		if (typed.has("preview")) {
			return page + "/preview";
		}
		if (typed.has("discard")) {
			this.drafts.discard(id);
			redirect.addFlashAttribute("discarded", id);
			return "redirect:/admin";
		}
		for (String list : List.of("author", "agent", "claim")) {
			if (typed.has("add-" + list) || typed.has("remove-" + list)) {
				return page + "#" + list + "s-end";
			}
		}
		redirect.addFlashAttribute("notice", "The draft is saved.");
		return page;
	}

	private String publish(long id, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Draft draft = this.drafts.find(id).orElseThrow(PageRefused::noDraft);
		if (draft.isOpen() && this.corrections.isCorrection(draft)) {
			return "redirect:/admin/drafts/" + id + "/correction";
		}
		try {
			String slug = this.publishing.publish(draft);
			if (claims(slug).stream().anyMatch(ClaimRow::orphan)) {
				return "redirect:/admin/drafts/" + id;
			}
			redirect.addFlashAttribute("notice", "The article is published.");
			return "redirect:/articles/" + slug;
		}
		catch (DraftIsClosed ex) {
			return "redirect:/admin/drafts/" + id;
		}
		catch (ArticleHasChanged ex) {
			this.drafts.acknowledgeArticle(id);
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(model, draft, new FormErrors(),
					"Nothing was published: the article was changed by somebody else after you opened it. Look at it "
							+ "in another window, carry over what is new, then publish again.");
		}
		catch (NotPublishable ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, draft, ex.errors(), null);
		}
	}

	/**
	 * A published draft is sent once more: by a double click, or from a window left open.
	 */
	private String sentAgain(Draft draft, ArticleForm sent, FormParameters typed, RedirectAttributes redirect) {
		if (sent.equals(draft.form())) {
			return "redirect:/articles/" + draft.article();
		}
		long id = this.drafts.open(draft.owner(), sent.press(typed), draft.article(), null);
		redirect.addFlashAttribute("notice",
				"The draft had been published already. What you typed since is kept in this new draft.");
		return "redirect:/admin/drafts/" + id;
	}

	private Draft own(String id, Principal editor) {
		Draft draft = number(id).flatMap(this.drafts::find).orElseThrow(PageRefused::noDraft);
		if (!draft.owner().equals(editor.getName())) {
			throw PageRefused.draftOfSomebodyElse();
		}
		return draft;
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

	private static void forgetKept(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(KeptForm.ATTRIBUTE);
		}
	}

}
