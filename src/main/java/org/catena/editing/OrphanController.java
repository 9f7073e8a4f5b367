package org.catena.editing;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.annotation.FollowClaims;
import org.catena.annotation.FollowClaims.Followed;
import org.catena.article.TextSpan;
import org.catena.history.Attribution;
import org.catena.history.History;
import org.catena.history.TellHistory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The editors' queue: claims whose words the current text no longer holds.
 */
@Controller
class OrphanController {

	private static final Pattern PLACE = Pattern.compile("(\\d{1,7})-(\\d{1,7})");

	private final Orphans orphans;

	private final RecordedClaims claims;

	private final FollowClaims follow;

	private final EditClaims edit;

	private final History history;

	private final TellHistory tell;

	OrphanController(Orphans orphans, RecordedClaims claims, FollowClaims follow, EditClaims edit, History history,
			TellHistory tell) {
		this.orphans = orphans;
		this.claims = claims;
		this.follow = follow;
		this.edit = edit;
		this.history = history;
		this.tell = tell;
	}

	@GetMapping("/admin/orphans")
	String list(Model model) {
		model.addAttribute("orphans", this.orphans.all());
		model.addAttribute("count", this.orphans.count());
		return "editing/orphans";
	}

	@GetMapping("/admin/orphans/{article}/{name}")
	String look(@PathVariable String article, @PathVariable String name, Model model) {
		RecordedClaim claim = find(article, name);
		Followed followed = this.follow.orphan(claim.key()).orElse(null);
		if (followed == null) {
			return "redirect:/admin/claims/" + claim.key();
		}
		return show(claim, followed, new FormParameters(Map.of()), new FormErrors(), model);
	}

	@ReviewersOnly
	@PostMapping("/admin/orphans/{article}/{name}")
	String decide(@PathVariable String article, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		RecordedClaim claim = find(article, name);
		FormParameters sent = FormParameters.of(request.getParameterMap());
		FormErrors errors = new FormErrors();
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			String reason = check(claim, sent, errors);
			if (errors.isEmpty()) {
				redirect.addFlashAttribute("notice",
						Attribution.because(reason).during(() -> act(claim, sent, reason)));
				return "redirect:/admin/orphans";
			}
		}
		catch (NotPublishable ex) {
			ex.errors().summary().forEach((error) -> errors.add("exact", error.sentence()));
		}
		catch (ClaimHasChanged ex) {
			status = HttpStatus.CONFLICT;
			errors.add("place",
					"Nothing was done, because somebody else changed the claim or its text meanwhile. Look at it as it is now.");
		}
		response.setStatus(status.value());
		RecordedClaim now = find(article, name);
		Followed followed = this.follow.orphan(now.key()).orElse(null);
		if (followed == null) {
			redirect.addFlashAttribute("notice", errors.summary().get(0).sentence());
			return "redirect:/admin/claims/" + now.key();
		}
		return show(now, followed, sent, errors, model);
	}

	/** What was typed as the reason; errors where something is to be mended first. */
	private String check(RecordedClaim claim, FormParameters sent, FormErrors errors) {
		if (sent.has("place")) {
			if (span(sent) == null) {
				errors.add("place", "Choose one of the places.");
			}
			return "An editor chose the place.";
		}
		if (!sent.has("withdraw") && !sent.has("quote")) {
			errors.add("place", "Choose what is to be done.");
		}
		if (sent.has("withdraw")) {
			this.claims.crosswalk(claim.key())
				.ifPresent((plans) -> errors.add("reason", "The comparison of the plans " + plans
						+ " rests on this claim. Take it out there first, then withdraw it here."));
		}
		return new FieldReading(errors).reason("reason", sent.one("reason"),
				"Say why: readers see it in the history of the claim.");
	}

	private String act(RecordedClaim claim, FormParameters sent, String reason) {
		long seen = seen(sent);
		TextSpan place = span(sent);
		if (sent.has("withdraw")) {
			this.edit.withdraw(claim, reason, seen);
			return "The claim " + claim.key() + " is withdrawn. Its address says why.";
		}
		if (place != null) {
			this.edit.place(claim, place, seen);
			return "The claim " + claim.key() + " has its place again.";
		}
		this.edit.code(claim, claim.form().withQuote(sent.one("exact"), sent.one("prefix"), sent.one("suffix")),
				List.of(), seen);
		return "The claim " + claim.key() + " has another quote.";
	}

	private static @Nullable TextSpan span(FormParameters sent) {
		Matcher place = PLACE.matcher(sent.one("place"));
		if (!place.matches()) {
			return null;
		}
		int start = Integer.parseInt(place.group(1));
		int end = Integer.parseInt(place.group(2));
		return (start < end) ? new TextSpan(start, end) : null;
	}

	private static long seen(FormParameters sent) {
		String seen = sent.one("seen");
		return seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
	}

	private RecordedClaim find(String article, String name) {
		return this.claims.find(Typed.shown(article + "/" + name)).orElseThrow(PageRefused::noClaim);
	}

	private String show(RecordedClaim claim, Followed followed, FormParameters sent, FormErrors errors, Model model) {
		long last = this.history.last(EditClaims.KIND, claim.id());
		model.addAttribute("page",
				new OrphanPage(claim, new FollowedRow(followed), last,
						sent.has("seen") ? this.tell.tell(this.history.since(EditClaims.KIND, claim.id(), seen(sent)))
								: List.of(),
						sent.has("exact") ? sent.one("exact") : claim.form().exact(), sent.one("prefix"),
						sent.one("suffix"), sent.one("reason"), errors));
		return "editing/orphan";
	}

}
