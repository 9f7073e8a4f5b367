package org.catena.article;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.article.SubmissionRefused.Refusal;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking in: the one door through which texts and their metadata come into the archive.
 * The same submission a second time changes no row; a changed text makes a new version.
 */
@Component
public class Accession {

	/** Code points that a text may have at most. */
	public static final int LONGEST_TEXT = 2_000_000;

	/** Characters that a value of the metadata may have at most. */
	public static final int LONGEST_VALUE = 2_000;

	private final Articles articles;

	private final ArticleVersions versions;

	private final Sources sources;

	private final Agents agents;

	private final Plans plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accession(Articles articles, ArticleVersions versions, Sources sources, Agents agents, Plans plans,
			ApplicationEventPublisher events, Clock clock) {
		this.articles = articles;
		this.versions = versions;
		this.sources = sources;
		this.agents = agents;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes in an article.
	 * @param submission the article
	 * @param origin where it comes from
	 * @param by who hands it in: an editor's account, or the name of a job
	 * @return what became of it
	 * @throws SubmissionRefused when something is to be mended first
	 */
	@Transactional
	public Accessioned accept(ArticleSubmission submission, Origin origin, String by) {
		Article.Names names = check(submission);
		String sha256 = Sha256.of(submission);
		Instant now = this.clock.instant();
		Article article = this.articles.lockBySlug(submission.slug()).orElse(null);
		if (article == null) {
			return insert(submission, names, origin, by, sha256, now);
		}
		ArticleVersion current = currentVersion(article);
		if (article.sha256().equals(sha256)) {
			return new Accessioned(article, current, Outcome.UNCHANGED);
		}
		if (origin == Origin.CORPUS && article.origin() == Origin.EDITOR) {
			throw new SubmissionRefused(List.of(new Refusal("slug", "An editor has changed the article \""
					+ article.slug()
					+ "\" in the archive, so the file was left aside. Carry the editor's changes into the file, or give the file another slug.")));
		}
		article.describe(submission, names, origin, sha256, now);
		if (!current.sha256().equals(Sha256.of(submission.text().value()))) {
			current = this.versions
				.save(new ArticleVersion(article, article.nextVersion(), submission.text(), "Correction", by, now));
		}
		this.events.publishEvent(new ArticleChanged(article.id()));
		return new Accessioned(article, current, Outcome.UPDATED);
	}

	private Accessioned insert(ArticleSubmission submission, Article.Names names, Origin origin, String by,
			String sha256, Instant now) {
		Article article = this.articles.save(new Article(submission, names, origin, sha256, now));
		ArticleVersion version = this.versions
			.save(new ArticleVersion(article, 1, submission.text(), "First version", by, now));
		this.events.publishEvent(new ArticleChanged(article.id()));
		return new Accessioned(article, version, Outcome.INSERTED);
	}

	/**
	 * The current text of an article.
	 * @param article an article of the archive
	 * @return its current version
	 */
	public ArticleVersion currentVersion(Article article) {
		return this.versions.findByArticleAndNumber(article, article.version())
			.orElseThrow(() -> new IllegalStateException("No current version: " + article.slug()));
	}

	private Article.Names check(ArticleSubmission submission) {
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
		Source source = this.sources.findBySlug(submission.source()).orElse(null);
		if (source == null) {
			refusals.add(new Refusal("source", "No source has the slug \"" + brief(submission.source())
					+ "\". Add it to the sources, or correct the slug."));
		}
		List<Byline> bylines = findAuthors(submission, refusals);
		Plan plan = (submission.plan() != null) ? findPlan(submission.plan(), refusals) : null;
		if (!refusals.isEmpty() || source == null) {
			throw new SubmissionRefused(refusals);
		}
		return new Article.Names(source, plan, bylines);
	}

	private @Nullable Plan findPlan(String slug, List<Refusal> refusals) {
		Plan plan = this.plans.findBySlug(slug).orElse(null);
		if (plan == null) {
			refusals.add(new Refusal("plan",
					"No plan has the slug \"" + brief(slug) + "\". Add the plan first, or correct the slug."));
		}
		return plan;
	}

	private List<Byline> findAuthors(ArticleSubmission submission, List<Refusal> refusals) {
		List<Byline> bylines = new ArrayList<>();
		for (ArticleSubmission.BylineSubmission author : submission.authors()) {
			this.agents.findBySlug(author.agent())
				.ifPresentOrElse((agent) -> bylines.add(new Byline(agent, author.printed())),
						() -> refusals.add(new Refusal("authors", "No agent has the slug \"" + brief(author.agent())
								+ "\". Add it to the agents, or correct the slug.")));
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
			if (value != null && value.length() > LONGEST_VALUE) {
				refusals.add(new Refusal("title", "Give a title of at most " + LONGEST_VALUE + " characters."));
			}
		}
	}

	private static void checkText(ArticleSubmission submission, List<Refusal> refusals) {
		if (submission.text().isEmpty()) {
			refusals.add(new Refusal("text", "Give the text of the article."));
		}
		else if (submission.text().codePoints() > LONGEST_TEXT) {
			refusals.add(new Refusal("text", "Give a text of at most 2,000,000 characters; this one has "
					+ submission.text().codePoints() + "."));
		}
	}

	private static void checkAddress(String field, @Nullable String address, List<Refusal> refusals) {
		if (address == null || (WebAddress.isWebAddress(address) && address.length() <= LONGEST_VALUE)) {
			return;
		}
		refusals.add(new Refusal(field,
				"Give a whole address that begins with http:// or https://, not \"" + brief(address) + "\"."));
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
				"Give the language as a tag of BCP 47, \"en\" for instance, not \"" + brief(language) + "\"."));
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

	private static String brief(String value) {
		return (value.length() <= 80) ? value : value.substring(0, 80) + "…";
	}

	/**
	 * What became of a submission.
	 *
	 * @param article the article as it is kept
	 * @param version its current version
	 * @param outcome whether it was new, changed or the same
	 */
	public record Accessioned(Article article, ArticleVersion version, Outcome outcome) {
	}

	/** Whether a submission was new, changed or the same as before. */
	public enum Outcome {

		INSERTED, UPDATED, UNCHANGED

	}

}
