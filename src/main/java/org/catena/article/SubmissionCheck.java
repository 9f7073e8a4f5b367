package org.catena.article;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.catena.article.SubmissionRefused.Refusal;
import org.catena.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * The rules that every article must keep, whether it comes in alone or among many.
 */
final class SubmissionCheck {

	private SubmissionCheck() {
	}

	/**
	 * Checks a submission.
	 * @param submission the article
	 * @param sources finds a source by its slug
	 * @param agents finds an agent by its slug
	 * @param plans finds a plan by its slug
	 * @return what the submission names
	 * @throws SubmissionRefused when something is to be mended first
	 */
	static Article.Names of(ArticleSubmission submission, Function<String, Optional<Source>> sources,
			Function<String, Optional<Agent>> agents, Function<String, Optional<Plan>> plans) {
		List<Refusal> refusals = new ArrayList<>();
		if (!Slug.isSlug(submission.slug())) {
			refusals.add(new Refusal("slug", "Give a slug of lower-case letters, digits and single hyphens, at most "
					+ Slug.LONGEST + " characters."));
		}
		checkTitle(submission, refusals);
		checkText(submission, refusals);
		checkAddress("url", submission.url(), refusals);
		checkAddress("url", submission.alternateUrl(), refusals);
		checkLanguage(submission.language(), refusals);
		checkBases(submission.bases(), refusals);
		Source source = sources.apply(submission.source()).orElse(null);
		if (source == null) {
			refusals.add(new Refusal("source", "No source has the slug \"" + Brief.of(submission.source(), 80)
					+ "\". Add it to the sources, or correct the slug."));
		}
		List<Byline> bylines = findAuthors(submission, agents, refusals);
		Plan plan = (submission.plan() != null) ? findPlan(submission.plan(), plans, refusals) : null;
		if (!refusals.isEmpty() || source == null) {
			throw new SubmissionRefused(refusals);
		}
		return new Article.Names(source, plan, bylines);
	}

	private static @Nullable Plan findPlan(String slug, Function<String, Optional<Plan>> plans,
			List<Refusal> refusals) {
		Plan plan = plans.apply(slug).orElse(null);
		if (plan == null) {
			refusals.add(new Refusal("plan",
					"No plan has the slug \"" + Brief.of(slug, 80) + "\". Add the plan first, or correct the slug."));
		}
		return plan;
	}

	private static List<Byline> findAuthors(ArticleSubmission submission, Function<String, Optional<Agent>> agents,
			List<Refusal> refusals) {
		List<Byline> bylines = new ArrayList<>();
		for (ArticleSubmission.BylineSubmission author : submission.authors()) {
			agents.apply(author.agent())
				.ifPresentOrElse((agent) -> bylines.add(new Byline(agent, author.printed())),
						() -> refusals.add(new Refusal("authors", "No agent has the slug \""
								+ Brief.of(author.agent(), 80) + "\". Add it to the agents, or correct the slug.")));
		}
		return bylines;
	}

	private static void checkTitle(ArticleSubmission submission, List<Refusal> refusals) {
		String title = submission.title();
		String supplied = submission.suppliedTitle();
		if ((title == null || title.isBlank()) && (supplied == null || supplied.isBlank())) {
			refusals.add(new Refusal("title", "Give the printed title, or a supplied title where none is printed."));
		}
		if (supplied != null && !supplied.matches("(?s)\\[.*\\S.*\\]")) {
			refusals.add(new Refusal("supplied_title",
					"Put the supplied title in square brackets, as catalogues do: [Title]."));
		}
		for (String value : new String[] { title, supplied }) {
			if (value != null && value.length() > Accession.LONGEST_VALUE) {
				refusals
					.add(new Refusal("title", "Give a title of at most " + Accession.LONGEST_VALUE + " characters."));
			}
		}
	}

	private static void checkText(ArticleSubmission submission, List<Refusal> refusals) {
		if (submission.text().isEmpty()) {
			refusals.add(new Refusal("text", "Give the text of the article."));
		}
		else if (submission.text().codePoints() > Accession.LONGEST_TEXT) {
			refusals.add(new Refusal("text", "Give a text of at most 2,000,000 characters; this one has "
					+ submission.text().codePoints() + "."));
		}
	}

	private static void checkAddress(String field, @Nullable String address, List<Refusal> refusals) {
		if (address == null || (WebAddress.isWebAddress(address) && address.length() <= Accession.LONGEST_VALUE)) {
			return;
		}
		refusals.add(new Refusal(field,
				"Give a whole address that begins with http:// or https://, not \"" + Brief.of(address, 80) + "\"."));
	}

	private static void checkLanguage(String language, List<Refusal> refusals) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(language).build();
			if (language.matches("[a-z]{2,3}(-[A-Za-z0-9]+)*") && !locale.getLanguage().isEmpty()) {
				return;
			}
		}
		catch (IllformedLocaleException ex) {
			// falls through to the refusal
		}
		refusals.add(new Refusal("language",
				"Give the language as a tag of BCP 47, \"en\" for instance, not \"" + Brief.of(language, 80) + "\"."));
	}

	private static void checkBases(Map<MetadataField, Basis> bases, List<Refusal> refusals) {
		bases.forEach((field, basis) -> {
			String evidence = basis.evidence();
			if (basis.kind() == BasisKind.INFERRED && (evidence == null || evidence.isBlank())) {
				refusals.add(new Refusal(field.word(),
						"Say from which words the value was inferred (" + field.word() + ")."));
			}
		});
	}

}
