package org.catena.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Standing;
import org.catena.article.Accession;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.Origin;
import org.catena.article.Slug;
import org.catena.article.SubmissionRefused;
import org.catena.ingest.SubmitArticle;
import org.catena.ingest.SubmitArticle.Coding;
import org.catena.plan.RecordLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Publishes a draft: all of it, or, when anything is to be mended, nothing.
 */
@Component
class Publishing {

	private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final PublishedArticles articles;

	private final RecordTyped recordTyped;

	private final SubmitArticle submitArticle;

	private final Drafts drafts;

	Publishing(RecordLock lock, JdbcClient jdbc, PublishedArticles articles, RecordTyped recordTyped,
			SubmitArticle submitArticle, Drafts drafts) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.articles = articles;
		this.recordTyped = recordTyped;
		this.submitArticle = submitArticle;
		this.drafts = drafts;
	}

	/**
	 * Publishes a draft.
	 * @param draft an open draft
	 * @return the slug of the article
	 * @throws NotPublishable when something is to be mended
	 * @throws ArticleHasChanged when somebody else changed the article meanwhile
	 * @throws DraftIsClosed when the draft was published or discarded meanwhile
	 */
	@Transactional
	public String publish(Draft draft) {
		return publish(draft, Accession.CORRECTION);
	}

	/**
	 * Publishes a draft that may change the text of an article.
	 * @param draft an open draft
	 * @param reason why the text is changed, for readers
	 * @return the slug of the article
	 * @throws NotPublishable when something is to be mended
	 * @throws ArticleHasChanged when somebody else changed the article meanwhile
	 * @throws DraftIsClosed when the draft was published or discarded meanwhile
	 */
	@Transactional
	public String publish(Draft draft, String reason) {
		FormErrors errors = new FormErrors();
		String slug = submit(draft, reason, errors);
		if (!errors.isEmpty()) {
			throw new NotPublishable(errors);
		}
		if (!this.drafts.publish(draft.id(), slug)) {
			throw new DraftIsClosed();
		}
		return slug;
	}

	/**
	 * What would have to be mended before a draft could be published. Nothing is changed;
	 * that the article changed meanwhile is a matter for the one who publishes.
	 */
	@Transactional
	public FormErrors check(Draft draft) {
		FormErrors errors = new FormErrors();
		try {
			submit(draft, Accession.CORRECTION, errors);
		}
		catch (ArticleHasChanged ex) {
			// The reviewer is shown both.
		}
		TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
		return errors;
	}

	/**
	 * Sees to it that a draft knows the article that it edits as it is now.
	 * @throws ArticleHasChanged when somebody else changed it meanwhile
	 */
	void refuseStale(Draft draft) {
		String edited = draft.article();
		if (edited != null && !this.articles.sha256(edited).orElse("").equals(draft.articleSha256())) {
			throw new ArticleHasChanged();
		}
	}

	private String submit(Draft draft, String reason, FormErrors errors) {
		// Nobody else chooses a slug or the id of a claim until this has ended.
		this.lock.take();
		String edited = draft.article();
		if (edited != null && this.articles.isWithdrawn(edited)) {
			errors.add("text", "The article is withdrawn, so nobody could see what this changes. Show it again first.");
			return edited;
		}
		refuseStale(draft);
		ArticleForm form = draft.form();
		AgentNames names = new AgentNames(this.jdbc);
		String source = this.recordTyped.source(form, errors);
		List<BylineSubmission> authors = this.recordTyped.authors(form, names, errors);
		this.recordTyped.agents(form, names, errors);
		String slug = (edited != null) ? edited : slug(form, source, authors);
		ArticleSubmission article = new ArticleReading(form, errors).read(slug, source, authors,
				(edited != null) ? this.articles.raw(edited) : null);
		submit(article, claims(form, slug, draft.owner(), names, errors), draft, reason, errors);
		return slug;
	}

	private List<ClaimSubmission> claims(ArticleForm form, String slug, String coding, AgentNames names,
			FormErrors errors) {
		if (form.claims().size() > ArticleForm.MOST_CLAIMS) {
			errors.add("claims", "Publish at most " + ArticleForm.MOST_CLAIMS
					+ " claims at a time; further ones can be added when the article is published.");
		}
		ClaimReading reading = new ClaimReading(errors, names);
		int number = this.articles.nextClaim(slug);
		List<ClaimSubmission> claims = new ArrayList<>();
		for (int i = 0; i < form.claims().size(); i++) {
			claims.add(
					reading.read("claims-" + i, form.claims().get(i), PublishedArticles.key(slug, number + i), coding));
		}
		return claims;
	}

	private void submit(ArticleSubmission article, List<ClaimSubmission> claims, Draft draft, String reason,
			FormErrors errors) {
		Map<String, Integer> numbers = new HashMap<>();
		claims.forEach((claim) -> numbers.put(claim.key(), numbers.size()));
		try {
			SubmitArticle.Submitted submitted = this.submitArticle.submit(article,
					List.of(new Coding(draft.owner(), Standing.SHOWN, claims, false)), Origin.EDITOR, draft.owner(),
					reason);
			for (ClaimRefusal refusal : submitted.refusals()) {
				int number = numbers.get(refusal.key());
				errors.addUnlessKnown(
						"claims-" + number + "-"
								+ ClaimReading.field(refusal.field(), draft.form().claims().get(number)),
						refusal.sentence());
			}
		}
		catch (SubmissionRefused ex) {
			ex.refusals().forEach((refusal) -> {
				String id = ArticleReading.field(refusal.field());
				if (!errors.has(id + "-evidence") && !(id.equals("source") && errors.anyIn(id))) {
					errors.addUnlessKnown(id, refusal.sentence());
				}
			});
			for (int i = 0; i < claims.size(); i++) {
				QuotePlace place = QuotePlace.of(i + 1, "", claims.get(i).quote(), article.text().value());
				if (!place.isFound()) {
					errors.addUnlessKnown("claims-" + i + "-exact", place.sentence());
				}
			}
		}
	}

	/**
	 * The last name of the first author, or the source, with the date; else the title.
	 */
	private String slug(ArticleForm form, String source, List<BylineSubmission> authors) {
		Matcher day = DAY.matcher(form.date());
		String name = form.label();
		if (day.find()) {
			String author = authors.isEmpty() ? source : authors.get(0).agent().replaceFirst(".*-", "");
			name = (author.isBlank() ? "article" : author) + " " + day.group();
		}
		return Slug.of(name, "article", this.articles::isTaken);
	}

}
