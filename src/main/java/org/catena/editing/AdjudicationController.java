package org.catena.editing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.agreement.MeasuredCodings;
import org.catena.editing.ApplyDecisions.NotApplicable;
import org.catena.editing.Decisions.Choice;
import org.catena.editing.Decisions.Decided;
import org.catena.history.Attribution;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adjudication: where two codings differ, a reviewer decides row by row; what was decided
 * is applied to the published claims at the end, together.
 */
@ReviewersOnly
@Controller
class AdjudicationController {

	private static final String ADDRESS = "/admin/second-codings/{id}/adjudication";

	private static final String ROW = ADDRESS + "/rows/{number}";

	private final SecondCodings codings;

	private final SecondCodingAccess access;

	private final AdjudicationRows rows;

	private final Decisions decisions;

	private final ApplyDecisions applyDecisions;

	private final MeasuredCodings measured;

	private final PublishedArticles articles;

	private final ClaimCheck check;

	private final JdbcClient jdbc;

	AdjudicationController(SecondCodings codings, SecondCodingAccess access, AdjudicationRows rows, Decisions decisions,
			ApplyDecisions applyDecisions, MeasuredCodings measured, PublishedArticles articles, ClaimCheck check,
			JdbcClient jdbc) {
		this.codings = codings;
		this.access = access;
		this.rows = rows;
		this.decisions = decisions;
		this.applyDecisions = applyDecisions;
		this.measured = measured;
		this.articles = articles;
		this.check = check;
		this.jdbc = jdbc;
	}

	@GetMapping(ADDRESS)
	String open(@PathVariable String id, @RequestParam(defaultValue = "") String rows, HttpServletRequest request,
			Model model) {
		return show(this.access.toAdjudicate(id, request), rows.equals("open"), Map.of(), FormPage.empty(), model);
	}

	/** Applies what was decided, or sets the coding aside. */
	@PostMapping(ADDRESS)
	String finish(@PathVariable String id, @RequestParam Map<String, String> sent, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		SecondCoding coding = this.access.toAdjudicate(id, request);
		if (coding.isAdjudicated()) {
			return "redirect:" + coding.adjudication();
		}
		if (sent.containsKey("set-aside")) {
			return setAside(coding, sent.getOrDefault("reason", ""), request, response, model, redirect);
		}
		if (sent.containsKey("keep-rest")) {
			return keepRest(coding, sent, request, response, model);
		}
		try {
			int changed = Attribution.because("Adjudication with the second coding by " + coding.owner() + ".")
				.during(() -> this.applyDecisions.apply(coding, request.getRemoteUser()));
			redirect.addFlashAttribute("notice",
					"The adjudication is finished. "
							+ ((changed == 1) ? "One published claim was" : changed + " published claims were")
							+ " changed, added or withdrawn.");
			return "redirect:" + coding.adjudication();
		}
		catch (NotApplicable ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(this.access.toAdjudicate(id, request), false, ex.problems(), FormPage.empty(), model);
		}
	}

	private String setAside(SecondCoding coding, String reason, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormErrors errors = new FormErrors();
		String said = reason(reason, "reason", errors);
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(coding, false, Map.of(), new FormPage(Map.of("reason", reason), errors), model);
		}
		this.codings.setAside(coding.id(), request.getRemoteUser(), said);
		redirect.addFlashAttribute("notice", "The second coding is set aside. Nothing of it is applied or shown.");
		return "redirect:/admin/second-codings";
	}

	/** What is not decided stays as it is published, for one reason. */
	private String keepRest(SecondCoding coding, Map<String, String> sent, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		String typed = sent.getOrDefault("reason-rest", "");
		FormErrors errors = new FormErrors();
		String reason = reason(typed, "reason-rest", errors);
		List<AdjudicationRow> open = this.rows.of(coding).stream().filter(AdjudicationRow::isOpen).toList();
		if (!String.valueOf(open.size()).equals(sent.get("seen-open"))) {
			errors.add("reason-rest", "Other rows are open now than when you opened the page. Look at them first.");
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(coding, false, Map.of(), new FormPage(Map.of("reason-rest", typed), errors), model);
		}
		for (AdjudicationRow row : open) {
			this.decisions.decide(coding.id(), row.number(), (row.decision() != null) ? row.decision().id() : 0,
					new Decided(Choice.FIRST, null, reason, row.lastChange()), request.getRemoteUser());
		}
		return "redirect:" + coding.adjudication() + "#end";
	}

	@GetMapping(ROW)
	String row(@PathVariable String id, @PathVariable String number, @RequestParam(defaultValue = "") String from,
			HttpServletRequest request, Model model) {
		SecondCoding coding = this.access.toAdjudicate(id, request);
		if (coding.isAdjudicated()) {
			return "redirect:" + coding.adjudication();
		}
		AdjudicationRow row = find(coding, number);
		return show(coding, row, RowForm.EMPTY, row.beginning(from.equals("second")), true, new FormErrors(), null,
				model);
	}

	/** Decides a row. */
	@PostMapping(ROW)
	String decide(@PathVariable String id, @PathVariable String number, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		SecondCoding coding = this.access.toAdjudicate(id, request);
		if (coding.isAdjudicated()) {
			redirect.addFlashAttribute("notice",
					"The adjudication was finished meanwhile; nothing was decided any more.");
			return "redirect:" + coding.adjudication();
		}
		AdjudicationRow row = find(coding, number);
		FormParameters sent = FormParameters.of(request.getParameterMap());
		RowForm typed = RowForm.read(sent);
		ClaimForm form = form(row, typed);
		Choice choice = choice(row, form, sent);
		FormErrors errors = new FormErrors();
		String reason = reason(typed.reason(), "reason-" + row.number(), errors);
		if (typed.lastChange() != row.lastChange()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(coding, row, typed, form, typed.form() != null, errors,
					"This was not saved, because the published claim was changed after you opened it. What was changed "
							+ "stands below; what you chose is still in the form.",
					model);
		}
		boolean written = choice == Choice.MIXED || (choice == Choice.SECOND && row.second() != null);
		ClaimForm result = (choice == Choice.SECOND && row.second() != null) ? row.second().form() : form;
		boolean byHand = typed.form() != null;
		if (written) {
			FormErrors found = check(coding, result);
			byHand |= !found.isEmpty();
			found.summary().forEach((error) -> errors.add(error.id(), error.sentence()));
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(coding, row, typed, result, byHand, errors, null, model);
		}
		Decided decided = new Decided(choice, (choice == Choice.MIXED) ? form : null, reason, row.lastChange());
		if (!this.decisions.decide(coding.id(), row.number(), typed.seen(), decided, request.getRemoteUser())) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(coding, find(this.access.toAdjudicate(id, request), number), typed, form, typed.form() != null,
					errors,
					"This was not saved, because somebody else decided this row after you opened it. That decision "
							+ "stands below; what you chose is still in the form. Save again if yours is to count.",
					model);
		}
		return "redirect:" + coding.adjudication() + (sent.has("open-only") ? "?rows=open" : "") + "#row-"
				+ next(coding, row.number());
	}

	/** The next row that is to be decided, or this one. */
	private int next(SecondCoding coding, int number) {
		return this.rows.of(coding)
			.stream()
			.filter((row) -> row.number() > number && row.isOpen())
			.mapToInt(AdjudicationRow::number)
			.findFirst()
			.orElse(number);
	}

	/** The claim as it was put together, or typed. */
	private static ClaimForm form(AdjudicationRow row, RowForm typed) {
		if (typed.form() != null) {
			ClaimForm form = typed.form();
			return form.withQuote(form.exact().strip(), form.prefix(), form.suffix());
		}
		return row.isPair()
				? ClaimField.mix(Objects.requireNonNull(row.first()).form(),
						Objects.requireNonNull(row.second()).form(), typed.fromSecond())
				: row.beginning(row.first() == null);
	}

	private static Choice choice(AdjudicationRow row, ClaimForm form, FormParameters sent) {
		if (sent.has("keep-first")) {
			return Choice.FIRST;
		}
		if (sent.has("take-second")) {
			return Choice.SECOND;
		}
		if (row.claim() != null && row.first() != null && lines(form).equals(lines(row.first().form()))) {
			return Choice.FIRST;
		}
		return (row.second() != null && lines(form).equals(lines(row.second().form()))) ? Choice.SECOND : Choice.MIXED;
	}

	/** Browsers send other line ends than they were given. */
	private static String lines(ClaimForm form) {
		return form.toString().replace("\r\n", "\n");
	}

	/** What publishing would refuse: new names are those of the second coding. */
	private FormErrors check(SecondCoding coding, ClaimForm form) {
		AgentNames names = new AgentNames(this.jdbc);
		coding.newNames(form, names).forEach((agent) -> names.add(agent.name(), "new"));
		return this.check.check(form, this.articles.text(coding.article()).orElse(""), coding.coded().plan(), names);
	}

	private static String reason(String typed, String id, FormErrors errors) {
		return new FieldReading(errors).reason(id, Typed.shown(typed), "Say why in a few words.");
	}

	private AdjudicationRow find(SecondCoding coding, String number) {
		return this.rows.of(coding)
			.stream()
			.filter((row) -> String.valueOf(row.number()).equals(number))
			.findFirst()
			.orElseThrow(PageRefused::noRow);
	}

	private String show(SecondCoding coding, AdjudicationRow row, RowForm typed, ClaimForm form, boolean byHand,
			FormErrors errors, @Nullable String notice, Model model) {
		model.addAttribute("page", new AdjudicationRowPage(coding, row, typed, form, byHand, errors, notice,
				FormChoices.read(this.jdbc, coding.coded().plan())));
		return "editing/adjudication-row";
	}

	private String show(SecondCoding coding, boolean onlyOpen, Map<Integer, List<String>> problems, FormPage form,
			Model model) {
		model.addAttribute("page", new AdjudicationPage(coding, this.measured.find(coding.id()).orElse(null),
				this.rows.of(coding), onlyOpen, problems, (String) model.getAttribute("notice"), RowForm.EMPTY, form));
		return "editing/adjudication";
	}

}
