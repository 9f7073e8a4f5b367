package org.catena.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.article.Agent;
import org.catena.article.Agents;
import org.catena.article.Article;
import org.catena.article.OldNames;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.catena.plan.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks a claim by the rules of the codebook that a program can check, and finds the
 * agents and points that it names.
 */
@Component
class ClaimNames {

	private static final int LONGEST_PARAPHRASE = 1_000;

	private static final int LONGEST_NOTE = 5_000;

	private static final int SHORTEST_QUOTE = 20;

	private final Agents agents;

	private final OldNames oldNames;

	private final Plans plans;

	ClaimNames(Agents agents, OldNames oldNames, Plans plans) {
		this.agents = agents;
		this.oldNames = oldNames;
		this.plans = plans;
	}

	/**
	 * Checks and finds.
	 * @param submission the claim
	 * @param article its article
	 * @param agents what {@link #agents} found for it
	 * @param refusals takes what is to be mended
	 * @return what the claim names; not to be used when there were refusals
	 */
	Claim.Names find(ClaimSubmission submission, Article article, Map<String, Agent> agents,
			List<ClaimRefusal> refusals) {
		Check check = new Check(submission, agents, refusals);
		if (!isKeyOf(article, submission.key())) {
			check.refuse("id", "Give an id of the form \"" + article.slug()
					+ "/c01\": the article's slug, a slash, lower-case letters and digits.");
		}
		checkWords(submission, check);
		boolean byAuthor = ClaimSubmission.AUTHOR.equals(submission.claimant());
		Agent claimant = byAuthor ? article.soleAuthor().orElse(null)
				: findAgent("claimant", submission.claimant(), check);
		if (!byAuthor && claimant != null && article.isBy(claimant)) {
			check.refuse("claimant", "The article is by \"" + claimant.slug()
					+ "\". Name the author as the claimant, without via and uptake.");
		}
		List<Via> via = new ArrayList<>();
		for (String slug : submission.via()) {
			boolean author = ClaimSubmission.AUTHOR.equals(slug);
			Agent agent = author ? article.soleAuthor().orElse(null) : findAgent("via", slug, check);
			via.add(new Via(author, agent));
		}
		checkAttribution(submission, check);
		Agent targetAgent = (submission.targetAgent() != null)
				? findAgent("target_agent", submission.targetAgent(), check) : null;
		List<ClaimPoint> points = findPoints(submission, article.plan(), check);
		return new Claim.Names(claimant, via, targetAgent, points);
	}

	/** Whether an id begins with the slug of an article, or with one that it had. */
	private boolean isKeyOf(Article article, String key) {
		int slash = key.indexOf('/');
		return slash > 0 && key.substring(slash + 1).matches("[a-z0-9]+")
				&& (article.slug().equals(key.substring(0, slash))
						|| article.slug().equals(this.oldNames.article(key.substring(0, slash))));
	}

	/**
	 * Checks what can be checked before the article is in the archive, and without a look
	 * at the agents.
	 * @param plan the slug of the plan that the article comments on
	 */
	List<ClaimRefusal> check(ClaimSubmission submission, @Nullable String plan) {
		List<ClaimRefusal> refusals = new ArrayList<>();
		Check check = new Check(submission, Map.of(), refusals);
		checkWords(submission, check);
		checkAttribution(submission, check);
		findPoints(submission, (plan != null) ? this.plans.findBySlug(plan) : Optional.empty(), check);
		return refusals;
	}

	private static void checkAttribution(ClaimSubmission submission, Check check) {
		boolean byAuthor = ClaimSubmission.AUTHOR.equals(submission.claimant());
		if (byAuthor && (!submission.via().isEmpty() || submission.uptake() != null)) {
			check.refuse("claimant", "Leave via and uptake empty where the author is the claimant.");
		}
		if (!byAuthor && submission.uptake() == null) {
			check.refuse("uptake", "Say how the author takes the claim: endorses, reports or rejects.");
		}
		if (!byAuthor && submission.via().isEmpty()) {
			check.refuse("via", "Say through whom the claim reaches the article: the author, a speaker or a paper.");
		}
	}

	private static void checkWords(ClaimSubmission submission, Check check) {
		String exact = submission.quote().exact();
		if (exact.codePointCount(0, exact.length()) < SHORTEST_QUOTE) {
			check.refuse("exact", "Quote a clause of at least " + SHORTEST_QUOTE + " characters.");
		}
		else if (exact.length() > TextQuote.LONGEST) {
			check.refuse("exact", "Quote at most " + TextQuote.LONGEST + " characters.");
		}
		if (submission.paraphrase().isBlank()) {
			check.refuse("paraphrase", "Say in one sentence of our own what is claimed.");
		}
		else if (submission.paraphrase().length() > LONGEST_PARAPHRASE) {
			check.refuse("paraphrase", "Give a paraphrase of at most " + LONGEST_PARAPHRASE + " characters.");
		}
		if (submission.note() != null && submission.note().length() > LONGEST_NOTE) {
			check.refuse("note", "Give a note of at most " + LONGEST_NOTE + " characters.");
		}
		if (submission.confidence().signum() < 0 || submission.confidence().compareTo(java.math.BigDecimal.ONE) > 0) {
			check.refuse("confidence", "Give a confidence from 0 to 1.");
		}
		if (submission.coding().isBlank()) {
			check.refuse("coding", "Name the coding, \"first\" for instance.");
		}
		if (!ClaimSubmission.CODEBOOK.equals(submission.codebook())) {
			check.refuse("codebook", "Code by the codebook's version " + ClaimSubmission.CODEBOOK + ".");
		}
	}

	/**
	 * Finds the agents that claims name, all at once.
	 * @param submissions the claims
	 * @return the agents by their slugs
	 */
	Map<String, Agent> agents(List<ClaimSubmission> submissions) {
		Set<String> slugs = new HashSet<>();
		for (ClaimSubmission submission : submissions) {
			slugs.add(submission.claimant());
			slugs.addAll(submission.via());
			if (submission.targetAgent() != null) {
				slugs.add(submission.targetAgent());
			}
		}
		Map<String, Agent> found = new HashMap<>();
		this.agents.findBySlugIn(slugs).forEach((agent) -> found.put(agent.slug(), agent));
		for (String slug : slugs) {
			if (!found.containsKey(slug) && !ClaimSubmission.AUTHOR.equals(slug)) {
				this.agents.findBySlug(this.oldNames.agent(slug)).ifPresent((agent) -> found.put(slug, agent));
			}
		}
		return found;
	}

	private static @Nullable Agent findAgent(String field, String slug, Check check) {
		Agent agent = check.agents().get(slug);
		if (agent == null) {
			check.refuse(field, "No agent has the slug \"" + slug + "\". Add it to the agents, or correct the slug.");
		}
		return agent;
	}

	private List<ClaimPoint> findPoints(ClaimSubmission submission, Optional<Plan> commented, Check check) {
		List<ClaimPoint> points = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (PointLink link : submission.points()) {
			Optional<Plan> plan = (link.plan() != null) ? this.plans.findBySlug(link.plan()) : commented;
			String letter = link.letter();
			Optional<Point> point = plan.flatMap((found) -> found.findPoint(link.number()));
			String name = link.number() + ((letter != null) ? letter : "");
			if (point.isEmpty()) {
				check.refuse("points", plan.isEmpty() ? "Name a plan of the archive with the article or with the point."
						: "The plan has no point " + link.number() + ". Correct the number.");
			}
			else if (letter != null && !point.get().hasSubPoint(letter)) {
				check.refuse("points",
						"Point " + link.number() + " has no part \"" + letter + "\". Correct the letter.");
			}
			else if (!seen.add(plan.get().slug() + " " + name)) {
				check.refuse("points", "Point " + name + " is linked twice. Keep one link.");
			}
			else {
				points.add(new ClaimPoint(point.get(), letter, link.bearing()));
			}
		}
		if (submission.target() == Target.POINT
				&& points.stream().noneMatch((point) -> point.bearing() == Bearing.ABOUT)) {
			check.refuse("target",
					"Link the point that is the target, with bearing \"about\", or choose another target.");
		}
		return points;
	}

	private record Check(ClaimSubmission submission, Map<String, Agent> agents, List<ClaimRefusal> refusals) {

		void refuse(String field, String sentence) {
			this.refusals.add(new ClaimRefusal(this.submission.key(), ClaimRefusal.VALUE_REFUSED, field, sentence));
		}

	}

}
