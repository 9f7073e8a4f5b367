package org.catena.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.catena.article.SubmissionRefused.Refusal;
import org.catena.plan.Plans;
import org.catena.plan.RecordLock;
import org.catena.plan.Sha256;
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

	/** Why a version is made, where nobody says more. */
	public static final String CORRECTION = "Correction";

	private final RecordLock lock;

	private final Articles articles;

	private final ArticleVersions versions;

	private final Sources sources;

	private final Agents agents;

	private final OldNames oldNames;

	private final Plans plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accession(RecordLock lock, Articles articles, ArticleVersions versions, Sources sources, Agents agents,
			OldNames oldNames, Plans plans, ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.oldNames = oldNames;
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
		return accept(submission, origin, by, CORRECTION);
	}

	/**
	 * Takes in an article, saying why its text is changed.
	 * @param submission the article
	 * @param origin where it comes from
	 * @param by who hands it in
	 * @param reason why a version that this makes is made, in words for readers
	 * @return what became of it
	 * @throws SubmissionRefused when something is to be mended first
	 */
	@Transactional
	public Accessioned accept(ArticleSubmission submission, Origin origin, String by, String reason) {
		this.lock.take();
		Article.Names names = check(submission);
		String sha256 = Sha256.of(submission);
		Instant now = this.clock.instant();
		Article article = this.articles.findBySlug(submission.slug())
			.or(() -> this.articles.findBySlug(this.oldNames.article(submission.slug())))
			.orElse(null);
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
				.save(new ArticleVersion(article, article.nextVersion(), submission.text(), reason, by, now));
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

	/**
	 * A text of an article.
	 * @param article an article of the archive
	 * @param number of the version
	 * @return the text of that version
	 */
	public String text(Article article, int number) {
		return this.versions.findByArticleAndNumber(article, number)
			.map(ArticleVersion::text)
			.orElseThrow(() -> new IllegalStateException("No version " + number + ": " + article.slug()));
	}

	private Article.Names check(ArticleSubmission submission) {
		return SubmissionCheck.of(submission,
				(slug) -> this.sources.findBySlug(slug).or(() -> this.sources.findBySlug(this.oldNames.source(slug))),
				(slug) -> this.agents.findBySlug(slug).or(() -> this.agents.findBySlug(this.oldNames.agent(slug))),
				this.plans::findBySlug);
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
