package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.history.Attribution;
import org.catena.history.History;
import org.catena.history.TellHistory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Published claims: their coding, their words, their withdrawal.
 */
@Controller
class EditClaimController {

	private final RecordedClaims claims;

	private final EditClaims edit;

	private final History history;

	private final TellHistory tell;

	private final JdbcClient jdbc;

	private final KeptForms kept;

	EditClaimController(RecordedClaims claims, EditClaims edit, History history, TellHistory tell, JdbcClient jdbc,
			KeptForms kept) {
		this.claims = claims;
		this.edit = edit;
		this.history = history;
		this.tell = tell;
		this.jdbc = jdbc;
		this.kept = kept;
	}

	@GetMapping("/admin/claims/{article}/{name}")
	String open(@PathVariable String article, @PathVariable String name, HttpServletRequest request, Model model) {
		RecordedClaim claim = find(article, name);
		long last = this.history.last(EditClaims.KIND, claim.id());
		Place back = Place.read(FormParameters.of(request.getParameterMap()));
		return show(claim, new Typing(claim.form(), List.of(), "", last, back), last, new FormErrors(),
				(String) model.getAttribute("notice"), model);
	}

	@GetMapping("/admin/claims/{article}/{name}" + KeptForm.AGAIN)
	String openAgain(@PathVariable String article, @PathVariable String name, HttpServletRequest request, Model model) {
		RecordedClaim claim = find(article, name);
		return this.kept.typed(request)
			.map(Typing::read)
			.map((typing) -> show(claim, typing, typing.seen(), new FormErrors(), KeptForm.NOTICE, model))
			.orElse("redirect:/admin/claims/" + claim.key());
	}

	@ReviewersOnly
	@PostMapping("/admin/claims/{article}/{name}")
	String save(@PathVariable String article, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		RecordedClaim claim = find(article, name);
		FormParameters sent = FormParameters.of(request.getParameterMap());
		Typing typing = Typing.read(sent);
		this.kept.forget(request);
		if (sent.has("add-agent")) {
			return show(claim, typing.withAgent(), typing.seen(), new FormErrors(), null, model);
		}
		FormErrors errors = new FormErrors();
		String reason = new FieldReading(errors).reason("reason", typing.reason(),
				"Say why: readers see it in the history of the claim.");
		boolean withdraw = sent.has("withdraw");
		if (withdraw) {
			this.claims.crosswalk(claim.key())
				.ifPresent((plans) -> errors.add("reason", "The comparison of the plans " + plans
						+ " rests on this claim. Take it out there first, then withdraw it here."));
		}
		try {
			if (errors.isEmpty()) {
				String said = Attribution.because(reason).during(() -> act(claim, typing, withdraw, reason));
				redirect.addFlashAttribute("notice", said);
				return "redirect:" + typing.back()
					.address()
					.orElse(withdraw ? "/admin/articles/" + claim.article() : "/admin/claims/" + claim.key());
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(claim, typing, typing.seen(), errors, null, model);
		}
		catch (NotPublishable ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(claim, typing, typing.seen(), ex.errors(), null, model);
		}
		catch (ClaimHasChanged ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			RecordedClaim now = find(article, name);
			return show(now, typing, this.history.last(EditClaims.KIND, now.id()), new FormErrors(),
					"This was not saved, because somebody else changed the claim meanwhile. What was changed stands "
							+ "below; what you typed is still in the form. Carry over what is right, then save again.",
					model);
		}
	}

	private String act(RecordedClaim claim, Typing typing, boolean withdraw, String reason) {
		if (withdraw) {
			this.edit.withdraw(claim, reason, typing.seen());
			return "The claim " + claim.key() + " is withdrawn. Its address says why.";
		}
		return this.edit.code(claim, typing.form(), typing.agents(), typing.seen()) ? "The claim is saved."
				: "Nothing was changed: the claim is as it was.";
	}

	private RecordedClaim find(String article, String name) {
		return this.claims.find(Typed.shown(article + "/" + name)).orElseThrow(PageRefused::noClaim);
	}

	private String show(RecordedClaim claim, Typing typing, long seen, FormErrors errors, @Nullable String notice,
			Model model) {
		model.addAttribute("page",
				new EditClaimPage(claim, typing.form(), typing.agents(), typing.reason(), typing.back(), seen,
						this.tell.tell(this.history.since(EditClaims.KIND, claim.id(), typing.seen())), errors, notice,
						FormChoices.read(this.jdbc, Typed.orEmpty(claim.plan()))));
		return "editing/claim";
	}

	/**
	 * What was typed.
	 *
	 * @param form the claim
	 * @param agents people and bodies that are new
	 * @param reason why it is changed
	 * @param seen the number of the last change that the editor saw
	 * @param back where the editor came from
	 */
	private record Typing(ClaimForm form, List<AgentForm> agents, String reason, long seen, Place back) {

		static Typing read(FormParameters sent) {
			String seen = sent.one("seen");
			return new Typing(ClaimForm.read(sent, EditClaims.FIELDS),
					sent.rows("agents", (row) -> AgentForm.read(sent, row)), sent.one("reason"),
					seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0, Place.read(sent));
		}

		Typing withAgent() {
			List<AgentForm> more = new ArrayList<>(this.agents);
			more.add(AgentForm.EMPTY);
			return new Typing(this.form, more, this.reason, this.seen, this.back);
		}

	}

	/**
	 * A sentence of the text in which claims of a draft are marked, from which an editor
	 * came.
	 *
	 * @param draft the number of the draft; -1 for somewhere else
	 * @param sentence the number of the sentence
	 */
	record Place(int draft, int sentence) {

		static Place read(FormParameters sent) {
			return new Place(sent.number("draft"), Math.max(1, sent.number("sentence")));
		}

		/** Where that is. */
		public Optional<String> address() {
			return (this.draft > 0) ? Optional.of(MarkArticleController.address(this.draft, this.sentence))
					: Optional.empty();
		}

	}

}
