package org.catena.editing;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.annotation.Anchored;
import org.catena.annotation.Anchoring;
import org.catena.annotation.TextQuote;
import org.catena.article.ArticleText;
import org.catena.editing.MarkingPage.Entry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Marks claims in the text of a draft, one at a time. A claim is kept in the draft as it
 * was typed, and what is to be mended in it is said at once.
 */
@Controller
class MarkingController {

	/** Attempts to save while other windows save the same draft. */
	private static final int ATTEMPTS = 5;

	private final Drafts drafts;

	private final DraftAccess access;

	private final RemovedClaims removed;

	private final MarkingPages pages;

	private final ClaimCheck check;

	private final KeptForms kept;

	MarkingController(Drafts drafts, DraftAccess access, RemovedClaims removed, MarkingPages pages, ClaimCheck check,
			KeptForms kept) {
		this.drafts = drafts;
		this.access = access;
		this.removed = removed;
		this.pages = pages;
		this.check = check;
		this.kept = kept;
	}

	/** Where claims of a draft are marked. */
	static String address(long draft) {
		return "/admin/drafts/" + draft + "/marking";
	}

	@GetMapping("/admin/drafts/{id}/marking")
	String mark(@PathVariable String id, @RequestParam(defaultValue = "") String sentence,
			@RequestParam(defaultValue = "") String claim, @RequestParam(required = false) @Nullable String blind,
			HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		if (draft.state() == DraftState.PUBLISHED) {
			return "redirect:/admin/drafts/" + draft.id();
		}
		String notice = (String) model.getAttribute("notice");
		int number = number(claim);
		return show(model,
				(number > 0 && number <= draft.form().claims().size())
						? this.pages.claim(draft, number, blind != null, notice)
						: this.pages.sentence(draft, number(sentence), blind != null, notice));
	}

	/** The likely points of words that are chosen, for a script. */
	@GetMapping("/admin/drafts/{id}/marking/likely")
	String likely(@PathVariable String id, @RequestParam(defaultValue = "") String exact,
			@RequestParam(defaultValue = "") String prefix, @RequestParam(defaultValue = "") String suffix,
			HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		model.addAttribute("likely", this.pages.likely(draft, ClaimForm.NEW.withQuote(exact, prefix, suffix)));
		return "editing/marking-fields :: likely";
	}

	@PostMapping("/admin/drafts/{id}/marking")
	String act(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Principal editor,
			Model model, RedirectAttributes redirect) {
		Draft draft = this.access.visible(id, request);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		this.kept.forget(request);
		Typing typing = Typing.of(typed);
		if (draft.state() == DraftState.PUBLISHED) {
			long later = this.drafts.open(editor.getName(),
					typing.into(draft.form().withRows(draft.form().authors(), List.of(), List.of())), draft.article(),
					null);
			redirect.addFlashAttribute("notice",
					"The draft had been published already. The claim is kept in this new draft.");
			return "redirect:" + address(later) + "?claim=1";
		}
		if (typed.has("link")) {
			return show(model,
					this.pages.entered(draft,
							typing.entry(new FormErrors(), "The point is added below; save the claim to keep it."),
							typing.sentence(), typing.blind()));
		}
		if (typed.has("remove")) {
			return remove(draft, typing, editor.getName(), response, model, redirect);
		}
		return keep(draft, typing, typed.has("next"), editor.getName(), response, model, redirect);
	}

	@PostMapping("/admin/drafts/{id}/marking/removed/{number}")
	String restore(@PathVariable String id, @PathVariable String number, HttpServletRequest request, Principal editor,
			RedirectAttributes redirect) {
		Draft draft = this.access.visible(id, request);
		Optional<RemovedClaims.Removed> found = this.removed.find(draft.id(), number(number));
		String answer = "redirect:" + address(draft.id());
		for (int attempt = 0; found.isPresent() && attempt < ATTEMPTS; attempt++) {
			Draft now = this.drafts.find(draft.id()).orElseThrow(PageRefused::noDraft);
			List<ClaimForm> claims = new ArrayList<>(now.form().claims());
			int place = Math.min(found.get().place(), claims.size());
			claims.add(place, found.get().claim());
			if (save(now, claims, now.form().agents(), editor.getName())) {
				this.removed.restored(found.get().id());
				redirect.addFlashAttribute("notice", "The claim is back: it is claim " + (place + 1) + ".");
				return answer + "?claim=" + (place + 1);
			}
		}
		return answer;
	}

	/** A form that was sent when its session had ended, again. */
	@GetMapping("/admin/drafts/{id}/marking" + KeptForm.AGAIN)
	String kept(@PathVariable String id, HttpServletRequest request, Model model) {
		Draft draft = this.access.visible(id, request);
		return this.kept.typed(request)
			.map(Typing::of)
			.map((typing) -> show(model,
					this.pages.entered(draft, typing.entry(new FormErrors(), KeptForm.NOTICE), typing.sentence(),
							typing.blind())))
			.orElse("redirect:" + address(draft.id()));
	}

	private String keep(Draft draft, Typing typing, boolean next, String by, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		String text = new ArticleText(draft.form().text()).value();
		Typing tidy = typing.tidied(text);
		if (tidy.isEmpty()) {
			FormErrors errors = new FormErrors();
			errors.add("claim-exact", "Choose words of the text, or paste them here.");
			return refuse(draft, tidy.entry(errors, null), typing, response, model);
		}
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Draft now = this.drafts.find(draft.id()).orElseThrow(PageRefused::noDraft);
			int place = tidy.placeIn(now.form());
			if (place < 0) {
				response.setStatus(HttpStatus.CONFLICT.value());
				return show(model, this.pages.entered(now, tidy
					.asNew("This was not saved, because the claim was changed or removed in another window meanwhile. "
							+ "Look at the list of claims, then save this as a new claim where it is needed."),
						typing.sentence(), typing.blind()));
			}
			ArticleForm form = tidy.into(now.form());
			if (form.claims().size() > ArticleForm.MOST_CLAIMS) {
				FormErrors errors = new FormErrors();
				errors.add("claim-exact", "A draft holds at most " + ArticleForm.MOST_CLAIMS
						+ " claims. Publish it; further ones can be added then.");
				return refuse(now, tidy.entry(errors, null), typing, response, model);
			}
			if (save(now, form.claims(), form.agents(), by)) {
				return kept(now.id(), place, tidy, next, response, model, redirect);
			}
		}
		throw new IllegalStateException("Draft " + draft.id() + " is saved by others all the time");
	}

	/** A claim is in the draft; is anything to be mended? */
	private String kept(long id, int place, Typing typing, boolean next, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Draft draft = this.drafts.find(id).orElseThrow(PageRefused::noDraft);
		String text = new ArticleText(draft.form().text()).value();
		FormErrors errors = this.check.check(typing.claim(), text, draft.form().plan(), this.pages.names(draft.form()));
		if (!errors.isEmpty()) {
			return refuse(draft,
					new Entry(place + 1, MarkingPages.seen(typing.claim()), typing.claim(), AgentForm.EMPTY, "", errors,
							"The claim is kept in the draft as it is. Before it can be published:"),
					typing, response, model);
		}
		int sentence = Math.max(MarkingPages.lastSentence(QuotePlace.quote(typing.claim()), text), 1) + (next ? 1 : 0);
		redirect.addFlashAttribute("notice", "Claim " + (place + 1) + " is saved.");
		return back(id, sentence, typing.blind());
	}

	private String remove(Draft draft, Typing typing, String by, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		String reason = typing.reason().strip();
		int place = typing.placeIn(draft.form());
		if (reason.isEmpty() || typing.number() == 0 || place < 0) {
			FormErrors errors = new FormErrors();
			errors.add("claim-reason", (place < 0)
					? "The claim was changed or removed in another window meanwhile. Look at the list of claims."
					: "Say in a few words why the claim is removed.");
			return refuse(draft, typing.entry(errors, null), typing, response, model);
		}
		List<ClaimForm> claims = new ArrayList<>(draft.form().claims());
		ClaimForm gone = claims.remove(place);
		if (!save(draft, claims, draft.form().agents(), by)) {
			FormErrors errors = new FormErrors();
			errors.add("claim-reason",
					"The draft was saved from another window meanwhile. Remove the claim once more.");
			return refuse(this.drafts.find(draft.id()).orElseThrow(PageRefused::noDraft), typing.entry(errors, null),
					typing, response, model);
		}
		this.removed.keep(draft.id(), place, gone, Typed.shown(reason));
		redirect.addFlashAttribute("notice",
				"Claim " + (place + 1) + " is removed. It can be put back from the list of removed claims.");
		return back(draft.id(), Math.max(typing.sentence(), 1), typing.blind());
	}

	private boolean save(Draft draft, List<ClaimForm> claims, List<AgentForm> agents, String by) {
		return this.drafts.save(draft.id(), draft.form().withRows(draft.form().authors(), agents, claims),
				draft.revision(), by);
	}

	private String refuse(Draft draft, Entry entry, Typing typing, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(model, this.pages.entered(draft, entry, typing.sentence(), typing.blind()));
	}

	private static String back(long draft, int sentence, boolean blind) {
		return "redirect:" + address(draft) + "?sentence=" + sentence + (blind ? "&blind=yes" : "") + "#s-" + sentence;
	}

	private static String show(Model model, MarkingPage page) {
		model.addAttribute("page", page);
		model.addAttribute("likely", page.likely());
		return "editing/marking";
	}

	private static int number(String text) {
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
	}

	/**
	 * What was typed into the form of a claim.
	 *
	 * @param number of the claim in the draft when the form was laid out, from 1; 0 for a
	 * new one
	 * @param seen tells it from others, as it was then
	 * @param claim the claim
	 * @param agent somebody new whom it names
	 * @param reason for removing it
	 * @param sentence the number of the chosen sentence
	 * @param blind whether published claims are hidden
	 */
	private record Typing(int number, String seen, ClaimForm claim, AgentForm agent, String reason, int sentence,
			boolean blind) {

		static Typing of(FormParameters typed) {
			ClaimForm claim = ClaimForm.read(typed, ClaimCheck.ID);
			int point = typed.number("link");
			if (point >= 0) {
				claim = claim.withAbout(claim.about().isBlank() ? String.valueOf(point)
						: claim.about().strip().replaceFirst("[,;]$", "") + ", " + point);
			}
			return new Typing(Math.max(0, typed.number("number")), typed.one("seen"), claim,
					AgentForm.read(typed, "claim-agent"), typed.one("claim-reason"),
					Math.max(0, typed.number("sentence")), typed.has("blind"));
		}

		boolean isEmpty() {
			return this.claim.exact().isBlank() && this.claim.paraphrase().isBlank() && this.number == 0;
		}

		/**
		 * White space around the quote is no part of it; words before and after are kept
		 * only where the quote stands more than once.
		 */
		Typing tidied(String text) {
			String exact = this.claim.exact().strip();
			boolean once = Anchoring.anchor(new TextQuote(exact, null, null), text) instanceof Anchored.At;
			return new Typing(this.number, this.seen,
					this.claim.withQuote(exact, once ? "" : this.claim.prefix(), once ? "" : this.claim.suffix()),
					this.agent, this.reason, this.sentence, this.blind);
		}

		/**
		 * The claim's index in a draft, from 0; that of a new one where it is new; -1
		 * where it is no longer as it was.
		 */
		int placeIn(ArticleForm form) {
			List<ClaimForm> claims = form.claims();
			if (this.number == 0) {
				// Sent twice, by a double click, it is the same claim.
				return claims.contains(this.claim) ? claims.indexOf(this.claim) : claims.size();
			}
			if (this.number <= claims.size() && MarkingPages.seen(claims.get(this.number - 1)).equals(this.seen)) {
				return this.number - 1;
			}
			for (int i = 0; i < claims.size(); i++) {
				if (MarkingPages.seen(claims.get(i)).equals(this.seen)) {
					return i;
				}
			}
			return -1;
		}

		/** A form with the claim in its place, and with whoever is new. */
		ArticleForm into(ArticleForm form) {
			List<ClaimForm> claims = new ArrayList<>(form.claims());
			int place = placeIn(form);
			if (place >= 0 && place < claims.size()) {
				claims.set(place, this.claim);
			}
			else {
				claims.add(this.claim);
			}
			List<AgentForm> agents = new ArrayList<>(form.agents());
			if (!this.agent.isEmpty() && !agents.contains(this.agent)) {
				agents.add(this.agent);
			}
			return form.withRows(form.authors(), agents, claims);
		}

		Entry entry(FormErrors errors, @Nullable String notice) {
			return new Entry(this.number, this.seen, this.claim, this.agent, this.reason, errors, notice);
		}

		Entry asNew(String notice) {
			return new Entry(0, "", this.claim, this.agent, "", new FormErrors(), notice);
		}

	}

}
