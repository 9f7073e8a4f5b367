package org.catena.editing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.annotation.MergeAgents;
import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.Basis;
import org.catena.article.MergeNames;
import org.catena.article.RecordNames;
import org.catena.article.SourceSubmission;
import org.catena.article.WebAddress;
import org.catena.history.Attribution;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sources and agents, for administrators: edited, and merged where two are the same.
 */
@Controller
class NamesController {

	private static final String LIST = "/admin/{kind:sources|agents}";

	private static final String REASON = "reason";

	private static final String WHY = "Say why: readers see it in the history of the name.";

	private final Names names;

	private final RecordNames recordNames;

	private final MergeNames mergeNames;

	private final MergeAgents mergeAgents;

	NamesController(Names names, RecordNames recordNames, MergeNames mergeNames, MergeAgents mergeAgents) {
		this.names = names;
		this.recordNames = recordNames;
		this.mergeNames = mergeNames;
		this.mergeAgents = mergeAgents;
	}

	@GetMapping(LIST)
	String list(@PathVariable String kind, @RequestParam(defaultValue = "") String q, Model model) {
		NameKind names = kind(kind);
		List<Names.NameRow> rows = this.names.list(names, q);
		model.addAttribute("kind", names);
		model.addAttribute("q", Typed.shown(q));
		model.addAttribute("names", rows.subList(0, Math.min(rows.size(), Names.MOST)));
		model.addAttribute("more", rows.size() > Names.MOST);
		return "editing/names";
	}

	@GetMapping(LIST + "/{slug}")
	String edit(@PathVariable String kind, @PathVariable String slug, Model model) {
		return show(model, new NamePage(kind(kind), slug, new FormPage(find(kind, slug), new FormErrors()), Map.of()));
	}

	@PostMapping(LIST + "/{slug}")
	String save(@PathVariable String kind, @PathVariable String slug, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Map<String, String> now = find(kind, slug);
		FormParameters parameters = FormParameters.of(request.getParameterMap());
		Map<String, String> typed = new LinkedHashMap<>();
		now.keySet().forEach((id) -> typed.put(id, parameters.one(id)));
		typed.put(REASON, parameters.one(REASON));
		FormErrors errors = new FormErrors();
		if (!typed.get("seen").equals(now.get("seen"))) {
			response.setStatus(HttpStatus.CONFLICT.value());
			typed.put("seen", Typed.orEmpty(now.get("seen")));
			Map<String, String> differing = new LinkedHashMap<>(now);
			differing.entrySet().removeIf((value) -> value.getValue().equals(typed.get(value.getKey())));
			return show(model, new NamePage(kind(kind), slug, new FormPage(typed, errors), differing));
		}
		Runnable revise = kind(kind).isSource() ? source(slug, typed, errors) : agent(slug, typed, errors);
		String reason = new FieldReading(errors).reason(REASON, parameters.one(REASON), WHY);
		if (errors.isEmpty()) {
			because(reason, revise);
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, new NamePage(kind(kind), slug, new FormPage(typed, errors), Map.of()));
		}
		redirect.addFlashAttribute("notice", "Saved. The corpus files do not overwrite it.");
		return "redirect:/admin/" + kind + "/" + slug;
	}

	/** What is to be done when nothing is to be mended. */
	private Runnable source(String slug, Map<String, String> typed, FormErrors errors) {
		FieldReading fields = new FieldReading(errors);
		String name = name(typed, fields, errors);
		String publisher = fields.line("publisher", value(typed, "publisher"));
		String website = fields.line("website", value(typed, "website"));
		if (website != null && !WebAddress.isWebAddress(website)) {
			errors.add("website", "Give a whole address that begins with http:// or https://.");
		}
		String country = fields.line("country", value(typed, "country"));
		Basis basis = fields.basis("country", new BasisForm(value(typed, "country-basis"),
				value(typed, "country-evidence"), value(typed, "country-confidence")), country != null);
		List<String> variants = variants(name, typed, fields);
		return () -> this.recordNames.revise(new SourceSubmission(slug, name, publisher, variants, website, country,
				(country != null && basis != null) ? basis : Basis.unknown()));
	}

	private Runnable agent(String slug, Map<String, String> typed, FormErrors errors) {
		FieldReading fields = new FieldReading(errors);
		String name = name(typed, fields, errors);
		AgentKind kind = fields.word("kind", value(typed, "kind"), AgentKind.class, "what it is");
		String about = fields.line("about", value(typed, "about"));
		List<String> variants = variants(name, typed, fields);
		return () -> this.recordNames.revise(new AgentSubmission(slug, name, kind, variants, about));
	}

	private static void because(String reason, Runnable change) {
		Attribution.because(reason).during(() -> {
			change.run();
			return true;
		});
	}

	private static String name(Map<String, String> typed, FieldReading fields, FormErrors errors) {
		String name = fields.line("name", value(typed, "name"));
		if (name == null) {
			errors.addUnlessKnown("name", "Give the name.");
		}
		return Typed.orEmpty(name);
	}

	private static List<String> variants(String name, Map<String, String> typed, FieldReading fields) {
		String prose = Typed.orEmpty(fields.prose("variants", value(typed, "variants")));
		return Arrays.stream(prose.split("\\n"))
			.map((line) -> line.strip().replaceAll("\\s+", " "))
			.filter((line) -> !line.isEmpty() && !line.equals(name))
			.distinct()
			.toList();
	}

	private static String value(Map<String, String> typed, String id) {
		return typed.getOrDefault(id, "");
	}

	@GetMapping(LIST + "/{slug}/merge")
	String merge(@PathVariable String kind, @PathVariable String slug, @RequestParam(defaultValue = "") String into,
			HttpServletResponse response, Model model) {
		FormErrors errors = new FormErrors();
		String target = into.isBlank() ? "" : target(kind(kind), slug, into, errors);
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return merge(kind, slug, target, new FormPage(Map.of("into", into), errors), model);
	}

	@PostMapping(LIST + "/{slug}/merge")
	String confirm(@PathVariable String kind, @PathVariable String slug, @RequestParam(defaultValue = "") String into,
			@RequestParam(name = REASON, defaultValue = "") String typed, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		NameKind names = kind(kind);
		find(kind, slug);
		FormErrors errors = new FormErrors();
		String target = target(names, slug, into, errors);
		String reason = new FieldReading(errors).reason(REASON, typed, WHY);
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return merge(kind, slug, target, new FormPage(Map.of("into", into, REASON, typed), errors), model);
		}
		because(reason, names.isSource() ? () -> this.mergeNames.sources(slug, target)
				: () -> this.mergeAgents.merge(slug, target));
		redirect.addFlashAttribute("notice",
				"“" + slug + "” is merged. Its address leads here, and files that name it mean this one.");
		return "redirect:/admin/" + kind + "/" + target;
	}

	/** The one that stays; empty, with an error, where there is none. */
	private String target(NameKind kind, String slug, String into, FormErrors errors) {
		String target = this.names.slug(kind, into).orElse("");
		if (target.isEmpty()) {
			errors.add("into",
					"No " + kind.table() + ", or more than one, is called so. Give the slug of the one that stays.");
		}
		else if (target.equals(slug)) {
			errors.add("into", "This is the same " + kind.table() + ". Give the other one.");
		}
		else if (!kind.isSource() && this.mergeAgents.disputes(slug, target) > 0) {
			errors.add("into",
					"Claims of the two dispute each other, and nobody disputes with oneself. Withdraw or change these relations first, or leave the two apart.");
		}
		else if (!kind.isSource() && this.mergeAgents.quoted(slug, target) > 0) {
			errors.add("into",
					"The one is quoted in an article by the other. Code these claims as the author's first, or leave the two apart.");
		}
		return errors.isEmpty() ? target : "";
	}

	private String merge(String kind, String slug, String target, FormPage page, Model model) {
		NameKind names = kind(kind);
		model.addAttribute("kind", names);
		model.addAttribute("slug", slug);
		model.addAttribute("goes", find(kind, slug));
		model.addAttribute("target", target);
		model.addAttribute("stays", target.isEmpty() ? Map.of() : find(kind, target));
		model.addAttribute("moving", this.names.moving(names, slug));
		model.addAttribute("known", this.names.all(names));
		model.addAttribute("page", page);
		return "editing/merge";
	}

	private Map<String, String> find(String kind, String slug) {
		NameKind names = kind(kind);
		return this.names.find(names, slug).orElseThrow(() -> PageRefused.noName(names.table()));
	}

	private static NameKind kind(String word) {
		return NameKind.of(word).orElseThrow(() -> PageRefused.noName("list"));
	}

	private static String show(Model model, NamePage page) {
		model.addAttribute("page", page);
		model.addAttribute("kinds", Choice.of(AgentKind.class));
		return "editing/name";
	}

}
