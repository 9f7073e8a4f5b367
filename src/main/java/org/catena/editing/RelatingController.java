package org.catena.editing;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.Relating;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.editing.RelatingPage.Candidate;
import org.catena.editing.RelatingPage.Refused;
import org.catena.editing.RelatingRows.Held;
import org.catena.editing.RelatingRows.Side;
import org.catena.history.Attribution;
import org.catena.search.ClaimHit;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.catena.suggestion.SimilarClaim;
import org.catena.suggestion.Suggestions;
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
 * Relates claims: another claim is searched for or taken from those that are proposed,
 * both are seen side by side, and how they stand to each other is said with the reason.
 */
@Controller
class RelatingController {

	/** Similar claims that are ranked, and those of them that are proposed. */
	private static final int MOST_RANKED = 200;

	private static final int MOST_PROPOSED = 8;

	private final RelatingRows rows;

	private final Relating relating;

	private final Suggestions suggestions;

	private final Search search;

	RelatingController(RelatingRows rows, Relating relating, Suggestions suggestions, Search search) {
		this.rows = rows;
		this.relating = relating;
		this.suggestions = suggestions;
		this.search = search;
	}

	/** Where to begin: claims without a relation, and a search. */
	@GetMapping("/admin/relations")
	String begin(@RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("words", Typed.shown(q));
		model.addAttribute("found", found(q, ""));
		model.addAttribute("unrelated", this.rows.unrelated(20));
		return "editing/relations";
	}

	@GetMapping("/admin/claims/{slug}/{name}/relations")
	String relate(@PathVariable String slug, @PathVariable String name, @RequestParam(defaultValue = "") String q,
			@RequestParam(name = "with", defaultValue = "") String other, Model model) {
		return show(model, claim(slug, name), this.rows.find(other), q, RelationForm.EMPTY, null, new FormErrors());
	}

	@ReviewersOnly
	@PostMapping("/admin/claims/{slug}/{name}/relations")
	String keep(@PathVariable String slug, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response, Principal editor, Model model, RedirectAttributes redirect) {
		FormParameters typed = FormParameters.of(request.getParameterMap());
		Side claim = claim(slug, name);
		Optional<Side> other = this.rows.find(typed.one("with"));
		RelationForm form = RelationForm.read(typed);
		FormErrors errors = new FormErrors();
		RelationSubmission read = form.read(claim.key(), Typed.shown(typed.one("with")), editor.getName(), errors);
		if (errors.isEmpty()) {
			for (ClaimRefusal refusal : Attribution.because(read.reason()).during(() -> this.relating.relate(read))) {
				boolean ofForm = Set.of("type", "matter", "reason").contains(refusal.field());
				errors.add("relation-" + (ofForm ? refusal.field() : "type"), refusal.sentence());
			}
		}
		else if (form.reason().isBlank()) {
			errors.add("relation-reason", "Say in one line why the relation holds.");
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, claim, other, "", form, null, errors);
		}
		redirect.addFlashAttribute("notice", "The relation to " + typed.one("with") + " is kept. Readers see it now.");
		return "redirect:" + RelatingPage.address(claim.key());
	}

	@ReviewersOnly
	@PostMapping("/admin/claims/{slug}/{name}/relations/withdrawn")
	String withdraw(@PathVariable String slug, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormParameters typed = FormParameters.of(request.getParameterMap());
		Side claim = claim(slug, name);
		FormErrors errors = new FormErrors();
		FieldReading fields = new FieldReading(errors);
		RelationType type = fields.word("withdraw-reason", typed.one("type"), RelationType.class, "the relation");
		String reason = fields.reason("withdraw-reason", typed.one("withdraw-reason"),
				"Say in a few words why the relation does not hold.");
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, claim, Optional.empty(), "", RelationForm.EMPTY,
					new Refused(typed.one("type"), typed.one("from"), typed.one("to"), typed.one("withdraw-reason")),
					errors);
		}
		boolean done = Attribution.because(reason)
			.during(() -> this.relating.withdraw(type, Typed.shown(typed.one("from")), Typed.shown(typed.one("to")),
					reason));
		redirect.addFlashAttribute("notice",
				done ? "The relation is withdrawn." : "There was no such relation any more.");
		return "redirect:" + RelatingPage.address(claim.key());
	}

	private Side claim(String slug, String name) {
		return this.rows.find(slug + "/" + name).orElseThrow(PageRefused::noClaim);
	}

	private String show(Model model, Side claim, Optional<Side> other, String q, RelationForm form,
			@Nullable Refused refused, FormErrors errors) {
		List<Held> held = this.rows.held(claim);
		model.addAttribute("page", new RelatingPage(claim, other.orElse(null), held, candidates(claim, held),
				Typed.shown(q), found(q, claim.key()), form, refused, errors, (String) model.getAttribute("notice")));
		return "editing/relating";
	}

	private List<Side> found(String q, String without) {
		if (q.isBlank()) {
			return List.of();
		}
		Optional<Side> exactly = this.rows.find(q.strip());
		if (exactly.isPresent()) {
			return List.of(exactly.get());
		}
		return this.rows.all(this.search.find(SearchQuery.of(Typed.shown(q), Scope.CLAIMS))
			.claimHits()
			.stream()
			.map(ClaimHit::key)
			.filter((key) -> !key.equals(without))
			.toList());
	}

	/** The likeliest come first: those that are opposed and similar. */
	private List<Candidate> candidates(Side claim, List<Held> held) {
		Set<String> without = new HashSet<>(held.stream().map(Held::other).toList());
		without.add(claim.key());
		List<SimilarClaim> similar = this.suggestions.similar(claim.exact() + " " + claim.paraphrase(), without,
				MOST_RANKED);
		Map<String, Integer> rank = new HashMap<>();
		similar.forEach((each) -> rank.put(each.key(), rank.size()));
		Map<Side, String> opposed = this.rows.opposed(claim);
		Map<String, Candidate> candidates = new LinkedHashMap<>();
		opposed.keySet()
			.stream()
			.filter((side) -> !without.contains(side.key()))
			.sorted(Comparator.comparingInt((side) -> rank.getOrDefault(side.key(), Integer.MAX_VALUE)))
			.limit(MOST_PROPOSED)
			.forEach((side) -> candidates.put(side.key(), new Candidate(side, new ArrayList<>(List
				.of("same point, " + opposed.get(side) + ", and the opposite stance (" + side.stance() + ")")))));
		List<SimilarClaim> nearest = similar.stream().limit(MOST_PROPOSED).toList();
		Map<String, Side> sides = new HashMap<>();
		this.rows.all(nearest.stream().map(SimilarClaim::key).toList()).forEach((side) -> sides.put(side.key(), side));
		for (SimilarClaim near : nearest) {
			Side side = sides.get(near.key());
			if (side != null) {
				candidates.computeIfAbsent(near.key(), (key) -> new Candidate(side, new ArrayList<>()))
					.reasons()
					.add("similar words: " + String.join(", ", near.words()));
			}
		}
		return List.copyOf(candidates.values());
	}

}
