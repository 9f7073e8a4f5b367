package org.catena.editing;

import java.util.List;

import org.catena.annotation.Annotating;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Standing;
import org.catena.article.Article;
import org.catena.article.Articles;
import org.catena.article.Origin;
import org.catena.plan.RecordLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds claims to a published article, each with an id that was never used.
 */
@Component
class AddClaims {

	private final RecordLock lock;

	private final Articles articles;

	private final PublishedArticles published;

	private final RecordTyped recordTyped;

	private final Annotating annotating;

	private final JdbcClient jdbc;

	AddClaims(RecordLock lock, Articles articles, PublishedArticles published, RecordTyped recordTyped,
			Annotating annotating, JdbcClient jdbc) {
		this.lock = lock;
		this.articles = articles;
		this.published = published;
		this.recordTyped = recordTyped;
		this.annotating = annotating;
		this.jdbc = jdbc;
	}

	/**
	 * Adds a claim.
	 * @param slug of the article
	 * @param form the claim as typed
	 * @param agents people and bodies that it names and that are new
	 * @param coding whose coding it is
	 * @return its id
	 * @throws NotPublishable when something is to be mended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String add(String slug, ClaimForm form, List<AgentForm> agents, String coding) {
		// Nobody else chooses the id of a claim until the transaction ends.
		this.lock.take();
		FormErrors errors = new FormErrors();
		AgentNames names = new AgentNames(this.jdbc);
		this.recordTyped.agents(ArticleForm.empty("").withRows(List.of(), agents, List.of()), names, errors);
		String key = PublishedArticles.key(slug, this.published.nextClaim(slug));
		ClaimSubmission submission = new ClaimReading(errors, names).read(EditClaims.FIELDS, form, key, coding);
		if (errors.isEmpty()) {
			Article article = this.articles.findBySlug(slug).orElseThrow(PageRefused::noArticle);
			for (ClaimRefusal refusal : this.annotating
				.annotate(article, List.of(submission), Standing.SHOWN, Origin.EDITOR)
				.refusals()) {
				errors.addUnlessKnown(EditClaims.FIELDS + "-" + ClaimReading.field(refusal.field(), form),
						refusal.sentence());
			}
		}
		if (!errors.isEmpty()) {
			throw new NotPublishable(errors);
		}
		return key;
	}

}
