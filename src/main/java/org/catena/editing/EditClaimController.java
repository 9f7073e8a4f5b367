package org.catena.editing;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.article.ArticleText;
import org.catena.history.Attribution;
import org.catena.history.History;
import org.catena.history.TellHistory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

	/** Characters that a reason may have at most. */
	private static final int LONGEST_REASON = 300;

	private final RecordedClaims claims;

	private final EditClaims edit;

	private final History history;

	private final TellHistory tell;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	EditClaimController(RecordedClaims claims, EditClaims edit, History history, TellHistory tell, JdbcClient jdbc,
			JsonMapper json) {
		this.claims = claims;
		this.edit = edit;
		this.history = history;
		this.tell = tell;
		this.jdbc = jdbc;
		this.json = json;
	}

	@GetMapping("/admin/claims/{article}/{name}")
	String open(@PathVariable String article, @PathVariable String name, HttpServletRequest request, Model model) {
		RecordedClaim claim = find(article, name);
		long last = this.history.last(EditClaims.KIND, claim.id());
		Optional<FormParameters> kept = kept(request);
		if (kept.isPresent()) {
			Typing typing = Typing.read(kept.get());
			return show(claim, typing, typing.seen(), new FormErrors(),
					"Your session had ended, so this was not saved yet. If it is what you typed, save it now.", model);
		}
		return show(claim, new Typing(claim.form(), List.of(), "", last), last, new FormErrors(),
				(String) model.getAttribute("notice"), model);
	}

	@PostMapping("/admin/claims/{article}/{name}")
	String save(@PathVariable String article, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		RecordedClaim claim = find(article, name);
		FormParameters sent = FormParameters.of(request.getParameterMap());
		Typing typing = Typing.read(sent);
		if (sent.has("add-agent")) {
			return show(claim, typing.withAgent(), typing.seen(), new FormErrors(), null, model);
		}
		FormErrors errors = new FormErrors();
		String reason = reason(typing.reason(), errors);
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
				return withdraw ? "redirect:/admin" : "redirect:/admin/claims/" + claim.key();
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

	private static String reason(String typed, FormErrors errors) {
		String reason = ArticleText.normalise(typed).strip().replaceAll("\\s+", " ");
		if (reason.isEmpty()) {
			errors.add("reason", "Say why: readers see it in the history of the claim.");
		}
		else if (reason.length() > LONGEST_REASON) {
			errors.add("reason", "Give a reason of at most 300 characters.");
		}
		return reason;
	}

	private RecordedClaim find(String article, String name) {
		return this.claims.find(Typed.shown(article + "/" + name)).orElseThrow(PageRefused::noClaim);
	}

	private Optional<FormParameters> kept(HttpServletRequest request) {
		if (request.getParameter("kept") == null || request.getSession(false) == null) {
			return Optional.empty();
		}
		return KeptForm.parse((String) request.getSession().getAttribute(KeptForm.ATTRIBUTE), this.json)
			.filter((kept) -> kept.path().equals(request.getRequestURI().substring(request.getContextPath().length())))
			.map((kept) -> new FormParameters(kept.parameters()));
	}

	private String show(RecordedClaim claim, Typing typing, long seen, FormErrors errors, @Nullable String notice,
			Model model) {
		model.addAttribute("page",
				new EditClaimPage(claim, typing.form(), typing.agents(), typing.reason(), seen,
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
	 */
	private record Typing(ClaimForm form, List<AgentForm> agents, String reason, long seen) {

		static Typing read(FormParameters sent) {
			String seen = sent.one("seen");
			return new Typing(ClaimForm.read(sent, EditClaims.FIELDS),
					sent.rows("agents", (row) -> AgentForm.read(sent, row)), sent.one("reason"),
					seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
		}

		Typing withAgent() {
			List<AgentForm> more = new java.util.ArrayList<>(this.agents);
			more.add(AgentForm.EMPTY);
			return new Typing(this.form, more, this.reason, this.seen);
		}

	}

}
