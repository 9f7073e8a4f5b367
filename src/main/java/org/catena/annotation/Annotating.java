package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.Accession;
import org.catena.article.Agent;
import org.catena.article.Article;
import org.catena.article.ArticleChanged;
import org.catena.article.ArticleVersion;
import org.catena.article.Origin;
import org.catena.article.SubmissionRefused;
import org.catena.plan.Plan;
import org.catena.plan.RecordLock;
import org.catena.plan.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks claims in the text of an article. Claims that cannot be kept as they are handed
 * in are reported and left as they were; the others are kept.
 */
@Component
public class Annotating {

	private final RecordLock lock;

	private final Claims claims;

	private final ClaimNames names;

	private final RestsOnClaim resting;

	private final Accession accession;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Annotating(RecordLock lock, Claims claims, ClaimNames names, RestsOnClaim resting, Accession accession,
			ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.claims = claims;
		this.names = names;
		this.resting = resting;
		this.accession = accession;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a coding of an article: inserts and changes claims, leaves those that are the
	 * same, and places every other claim of the article anew when its text has changed.
	 * @param article the article
	 * @param submissions the claims of the coding
	 * @param standing what they are to the archive
	 * @param origin who hands them in: what an editor changed, files do not overwrite
	 * @return what came of it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Annotated annotate(Article article, List<ClaimSubmission> submissions, Standing standing, Origin origin) {
		this.lock.take();
		ArticleVersion text = this.accession.currentVersion(article);
		Map<String, Claim> existing = new HashMap<>();
		this.claims.findByArticle(article).forEach((claim) -> existing.put(claim.key(), claim));
		Instant now = this.clock.instant();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Set<String> handedIn = new HashSet<>();
		Markup markup = new Markup(article, text, standing, origin, this.names.agents(submissions), now);
		int changed = 0;
		for (ClaimSubmission submission : submissions) {
			if (!handedIn.add(submission.key())) {
				refusals.add(ClaimRefusal.twice(submission.key()));
				continue;
			}
			if (keep(markup, submission, existing.get(submission.key()), refusals)) {
				changed++;
			}
		}
		changed += placeAnew(existing, article, text, now);
		if (changed > 0) {
			article.touch(now);
			this.events.publishEvent(new ArticleChanged(article.id()));
		}
		return new Annotated(changed, refusals);
	}

	/**
	 * Says what is to be mended in a claim before its article is in the archive. Quotes
	 * are for {@link Anchoring} to find, names of agents for those who read them.
	 * @param submission the claim
	 * @param plan the slug of the plan that the article comments on
	 * @return refusals, by the fields that they concern
	 */
	@Transactional(readOnly = true)
	public List<ClaimRefusal> check(ClaimSubmission submission, @org.jspecify.annotations.Nullable String plan) {
		return this.names.check(submission, plan);
	}

	/**
	 * Withdraws the claims of a coding that are no longer in it, with what rests on them,
	 * except those that an editor changed.
	 * @param article the article
	 * @param coding the coding's name
	 * @param kept the ids that are still in it
	 * @param reason a sentence for readers
	 * @return the ids of the claims that were withdrawn
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<String> withdrawOthers(Article article, String coding, Set<String> kept, String reason) {
		Instant now = this.clock.instant();
		List<String> withdrawn = new ArrayList<>();
		for (Claim claim : this.claims.findByArticle(article)) {
			if (claim.isHeld() && claim.origin() == Origin.CORPUS && claim.coding().equals(coding)
					&& !kept.contains(claim.key())) {
				this.resting.withdraw(claim, reason, now);
				withdrawn.add(claim.key());
			}
		}
		if (!withdrawn.isEmpty()) {
			article.touch(now);
			this.events.publishEvent(new ArticleChanged(article.id()));
		}
		return withdrawn;
	}

	/**
	 * Says what of an article's metadata does not go with the claims that are held once
	 * its codings are kept. With any of this the article must not be kept.
	 * @param article the article
	 * @return refusals, by the fields of the article that they concern
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<SubmissionRefused.Refusal> contradictions(Article article) {
		return this.resting.contradictions(article, this.claims.findByArticle(article));
	}

	private boolean keep(Markup markup, ClaimSubmission submission, @org.jspecify.annotations.Nullable Claim claim,
			List<ClaimRefusal> refusals) {
		Article article = markup.article();
		ArticleVersion text = markup.text();
		Standing standing = markup.standing();
		String sha256 = fixity(article, submission, standing);
		if (claim != null && claim.isHeld() && claim.sha256().equals(sha256)) {
			if (!claim.isVerbatimIn(text)) {
				refusal(submission, Anchoring.anchor(submission.quote(), text.text()), refusals);
			}
			return false;
		}
		if (claim != null && claim.origin() == Origin.EDITOR && markup.origin() == Origin.CORPUS) {
			if (!claim.sha256().equals(sha256)) {
				refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.CHANGED_BY_EDITOR, "id",
						"An editor has changed the claim \"" + submission.key()
								+ "\" in the archive, so the file's was left aside. Carry the editor's changes into the file."));
			}
			return false;
		}
		int before = refusals.size();
		if (claim != null && claim.isHeld() && claim.standing() != standing) {
			refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.VALUE_REFUSED, "id",
					"The id \"" + submission.key() + "\" is that of a claim of another coding. Give a new id."));
		}
		Claim.Names found = this.names.find(submission, article, markup.agents(), refusals);
		if (claim != null && claim.isHeld()) {
			this.resting.check(claim, submission, found, refusals);
		}
		Anchored anchored = Anchoring.anchor(submission.quote(), text.text());
		refusal(submission, anchored, refusals);
		if (refusals.size() > before || !(anchored instanceof Anchored.At at)) {
			return false;
		}
		Claim.Keeping keeping = new Claim.Keeping(standing, markup.origin(), sha256, markup.now());
		if (claim == null) {
			this.claims.save(new Claim(article, submission, found, at.span(), keeping));
		}
		else {
			claim.code(submission, found, at.span(), keeping);
		}
		return true;
	}

	/** The hash of a claim as it is kept with an article. */
	static String fixity(Article article, ClaimSubmission submission, Standing standing) {
		return Sha256.of(new Coded(submission, standing, article.soleAuthor().map(Agent::slug).orElse(null),
				article.plan().map(Plan::slug).orElse(null)));
	}

	static void refusal(ClaimSubmission submission, Anchored anchored, List<ClaimRefusal> refusals) {
		if (anchored instanceof Anchored.NotFound notFound) {
			String sentence = notFound.wordsOccur()
					? "The words are in the text, but not with this prefix and suffix. Copy both from the text."
					: "The quote is not in the text. Copy it from the text, character for character.";
			refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.QUOTE_NOT_FOUND, "exact", sentence));
		}
		else if (anchored instanceof Anchored.Ambiguous ambiguous) {
			refusals.add(new ClaimRefusal(submission.key(), ClaimRefusal.QUOTE_AMBIGUOUS, "exact",
					"The quote stands in the text " + ambiguous.places() + " times. Add a prefix or suffix of at least "
							+ Anchoring.CONTEXT + " characters that only one place has."));
		}
	}

	/** Every claim was placed in an older text: follow it to the current one. */
	private int placeAnew(Map<String, Claim> existing, Article article, ArticleVersion text, Instant now) {
		CorrectedText corrected = new CorrectedText((number) -> this.accession.text(article, number), text.text());
		int placed = 0;
		for (Claim claim : existing.values()) {
			if (claim.isHeld() && claim.placedOn() != text.number()) {
				claim.place(corrected.follow(claim), now);
				placed++;
			}
		}
		return placed;
	}

	/** What makes up a claim as it is kept: it names the author and the plan by "the". */
	private record Coded(ClaimSubmission submission, Standing standing,
			@org.jspecify.annotations.Nullable String author, @org.jspecify.annotations.Nullable String plan) {
	}

	/**
	 * What the claims of a coding have in common while they are kept.
	 *
	 * @param article the article
	 * @param text its current text
	 * @param standing what the claims are to the archive
	 * @param origin who hands them in
	 * @param agents the agents that they name, by slug
	 * @param now the time of the change
	 */
	private record Markup(Article article, ArticleVersion text, Standing standing, Origin origin,
			Map<String, Agent> agents, Instant now) {
	}

	/**
	 * What came of an annotation.
	 *
	 * @param changed how many claims were inserted, changed or placed anew
	 * @param refusals why others were not kept
	 */
	public record Annotated(int changed, List<ClaimRefusal> refusals) {
	}

}
