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
import org.catena.article.AgentKind;
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
 * Marks claims in the text of a draft, or of a second coding, one at a time. A claim is
 * kept as it was typed, and what is to be mended in it is said at once.
 */
@Controller
class MarkingController {

	/** Attempts to save while other windows save the same work. */
	private static final int ATTEMPTS = 5;

	/** Of drafts and of second codings. */
	private static final String ADDRESS = "/admin/{kind:drafts|second-codings}/{id}/marking";

	private final Markables works;

	private final Drafts drafts;

	private final RemovedClaims removed;

	private final MarkingPages pages;

	private final ClaimCheck check;

	private final KeptForms kept;

	MarkingController(Markables works, Drafts drafts, RemovedClaims removed, MarkingPages pages, ClaimCheck check,
			KeptForms kept) {
		this.works = works;
		this.drafts = drafts;
		this.removed = removed;
		this.pages = pages;
		this.check = check;
		this.kept = kept;
	}

	@GetMapping(ADDRESS)
	String mark(@PathVariable String kind, @PathVariable String id, @RequestParam(defaultValue = "") String sentence,
			@RequestParam(defaultValue = "") String claim, @RequestParam(required = false) @Nullable String blind,
			HttpServletRequest request, Model model) {
		Markable work = this.works.visible(kind, id, request);
		if (!work.isOpen()) {
			return "redirect:" + work.home();
		}
		String notice = (String) model.getAttribute("notice");
		int number = number(claim);
		return show(model,
				(number > 0 && number <= work.form().claims().size())
						? this.pages.claim(work, number, work.hidesPublished(blind != null), notice)
						: this.pages.sentence(work, number(sentence), work.hidesPublished(blind != null), notice));
	}

	/** The likely points of words that are chosen, for a script. */
	@GetMapping(ADDRESS + "/likely")
	String likely(@PathVariable String kind, @PathVariable String id, @RequestParam(defaultValue = "") String exact,
			@RequestParam(defaultValue = "") String prefix, @RequestParam(defaultValue = "") String suffix,
			@RequestParam(required = false) @Nullable String blind, HttpServletRequest request, Model model) {
		Markable work = this.works.visible(kind, id, request);
		model.addAttribute("likely", this.pages.likely(work, ClaimForm.NEW.withQuote(exact, prefix, suffix),
				work.hidesPublished(blind != null)));
		return "editing/marking-fields :: likely";
	}

	@PostMapping(ADDRESS)
	String act(@PathVariable String kind, @PathVariable String id, HttpServletRequest request,
			HttpServletResponse response, Principal editor, Model model, RedirectAttributes redirect) {
		Markable work = this.works.visible(kind, id, request);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		this.kept.forget(request);
		Typing typing = Typing.of(typed);
		if (!work.isOpen() && work.isSecondCoding()) {
			return closed(work, typing, response, model);
		}
		if (!work.isOpen()) {
			long later = this.drafts.open(editor.getName(),
					typing.into(work.form().withRows(work.form().authors(), List.of(), List.of())), work.article(),
					null);
			redirect.addFlashAttribute("notice",
					"The draft had been published already. The claim is kept in this new draft.");
			return "redirect:" + MarkArticleController.address(later, 0) + "?claim=1";
		}
		if (typed.has("link")) {
			return show(model,
					this.pages.entered(work,
							typing.entry(new FormErrors(), "The point is added below; save the claim to keep it."),
							typing.sentence(), work.hidesPublished(typing.blind())));
		}
		if (typed.has("remove")) {
			return remove(work, typing, editor.getName(), response, model, redirect);
		}
		return keep(work, typing, typed.has("next"), editor.getName(), response, model, redirect);
	}

	@PostMapping(ADDRESS + "/removed/{number}")
	String restore(@PathVariable String kind, @PathVariable String id, @PathVariable String number,
			HttpServletRequest request, Principal editor, RedirectAttributes redirect) {
		Markable work = this.works.visible(kind, id, request);
		String answer = "redirect:" + work.marking();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Markable now = this.works.again(work);
			if (!now.isOpen()) {
				return answer;
			}
			Optional<RemovedClaims.Removed> found = this.removed.find(now, number(number));
			if (found.isEmpty()) {
				redirect.addFlashAttribute("notice", "The claim was put back already.");
				return answer;
			}
			int place = Math.min(found.get().place(), now.form().claims().size());
			if (this.removed.putBack(now, found.get(), place, editor.getName())) {
				redirect.addFlashAttribute("notice", "The claim is back: it is claim " + (place + 1) + ".");
				return answer + "?claim=" + (place + 1);
			}
		}
		throw PageRefused.isBusy(work);
	}

	/** A form that was sent when its session had ended, again. */
	@GetMapping(ADDRESS + KeptForm.AGAIN)
	String kept(@PathVariable String kind, @PathVariable String id, HttpServletRequest request, Model model) {
		Markable work = this.works.visible(kind, id, request);
		return this.kept.typed(request)
			.map(Typing::of)
			.map((typing) -> show(model,
					this.pages.entered(work, typing.entry(new FormErrors(), KeptForm.NOTICE), typing.sentence(),
							work.hidesPublished(typing.blind()))))
			.orElse("redirect:" + work.marking());
	}

	private String keep(Markable work, Typing typing, boolean next, String by, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		String text = new ArticleText(work.form().text()).value();
		Typing tidy = typing.tidied(text);
		if (tidy.isEmpty()) {
			FormErrors errors = new FormErrors();
			errors.add("claim-exact", "Choose words of the text, or paste them here.");
			return refuse(work, tidy.entry(errors, null), typing, response, model);
		}
		FormErrors newcomer = tidy.newcomer();
		if (work.isSecondCoding() && !newcomer.isEmpty()) {
			return refuse(work, tidy.entry(newcomer, null), typing, response, model);
		}
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Markable now = this.works.again(work);
			if (!now.isOpen() && now.isSecondCoding()) {
				return closed(now, typing, response, model);
			}
			int place = tidy.placeIn(now.form());
			if (place < 0) {
				response.setStatus(HttpStatus.CONFLICT.value());
				return show(model, this.pages.entered(now, tidy
					.asNew("This was not saved, because the claim was changed or removed in another window meanwhile. "
							+ "Look at the list of claims, then save this as a new claim where it is needed."),
						typing.sentence(), now.hidesPublished(typing.blind())));
			}
			ArticleForm form = tidy.into(now.form());
			if (form.claims().size() > ArticleForm.MOST_CLAIMS) {
				FormErrors errors = new FormErrors();
				errors.add("claim-exact", "A " + work.noun() + " holds at most " + ArticleForm.MOST_CLAIMS + " claims."
						+ (work.isSecondCoding() ? "" : " Publish it; further ones can be added then."));
				return refuse(now, tidy.entry(errors, null), typing, response, model);
			}
			if (this.works.save(now, form.claims(), form.agents(), by)) {
				return kept(now, place, tidy, next, response, model, redirect);
			}
		}
		throw PageRefused.isBusy(work);
	}

	/** A claim is kept; is anything to be mended? */
	private String kept(Markable saved, int place, Typing typing, boolean next, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		Markable work = this.works.again(saved);
		String text = new ArticleText(work.form().text()).value();
		FormErrors errors = this.check.check(typing.claim(), text, work.form().plan(), this.pages.names(work.form()));
		if (!errors.isEmpty()) {
			return refuse(work, new Entry(place + 1, MarkingPages.seen(typing.claim()), typing.claim(), AgentForm.EMPTY,
					"", errors,
					"The claim is kept in the " + work.noun() + " as it is. Before "
							+ (work.isSecondCoding() ? "the coding" : "it") + " can be " + work.completed() + ":"),
					typing, response, model);
		}
		int sentence = Math.max(MarkingPages.lastSentence(QuotePlace.quote(typing.claim()), text), 1) + (next ? 1 : 0);
		redirect.addFlashAttribute("notice", "Claim " + (place + 1) + " is saved.");
		return back(work, sentence, typing.blind());
	}

	private String remove(Markable work, Typing typing, String by, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		String reason = Typed.shown(typing.reason()).strip();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Markable now = this.works.again(work);
			if (!now.isOpen() && now.isSecondCoding()) {
				return closed(now, typing, response, model);
			}
			int place = typing.placeIn(now.form());
			if (reason.isEmpty() || typing.number() == 0 || place < 0) {
				FormErrors errors = new FormErrors();
				errors.add("claim-reason", (place < 0)
						? "The claim was changed or removed in another window meanwhile. Look at the list of claims."
						: "Say in a few words why the claim is removed.");
				return refuse(now, typing.entry(errors, null), typing, response, model);
			}
			if (this.removed.remove(now, place, reason, by)) {
				redirect.addFlashAttribute("notice",
						"Claim " + (place + 1) + " is removed. It can be put back from the list of removed claims.");
				return back(now, Math.max(typing.sentence(), 1), typing.blind());
			}
		}
		throw PageRefused.isBusy(work);
	}

	/** A second coding was finished or given up; what was typed stays in the form. */
	private String closed(Markable work, Typing typing, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		return show(model,
				this.pages.entered(work, typing.asNew(
						"This was not saved: the coding is not open any more. It was finished or given up meanwhile."),
						typing.sentence(), work.hidesPublished(typing.blind())));
	}

	private String refuse(Markable work, Entry entry, Typing typing, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(model, this.pages.entered(work, entry, typing.sentence(), work.hidesPublished(typing.blind())));
	}

	private static String back(Markable work, int sentence, boolean blind) {
		return "redirect:" + work.marking() + "?sentence=" + sentence
				+ (blind && !work.isSecondCoding() ? "&blind=yes" : "") + "#s-" + sentence;
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
	 * @param number of the claim in its draft or coding when the form was laid out, from
	 * 1; 0 for a new one
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
		 * What is to be mended in somebody new. A draft has a page for it; in a second
		 * coding it could not be mended later.
		 */
		FormErrors newcomer() {
			FormErrors errors = new FormErrors();
			if (!this.agent.isEmpty()) {
				FieldReading fields = new FieldReading(errors);
				if (fields.line("claim-agent-name", this.agent.name()) == null) {
					errors.addUnlessKnown("claim-agent-name", "Give the name.");
				}
				fields.word("claim-agent-kind", this.agent.kind(), AgentKind.class, "what it is");
				fields.line("claim-agent-about", this.agent.about());
			}
			return errors;
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
