package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.catena.article.Accession;
import org.catena.article.Article;
import org.catena.article.ArticleChanged;
import org.catena.article.Origin;
import org.catena.article.TextSpan;
import org.catena.plan.RecordLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes single claims of the archive for an editor. Ids stay; what an editor changed,
 * files do not overwrite.
 */
@Component
public class ReviseClaims {

	private final RecordLock lock;

	private final Claims claims;

	private final ClaimNames names;

	private final RestsOnClaim resting;

	private final Accession accession;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReviseClaims(RecordLock lock, Claims claims, ClaimNames names, RestsOnClaim resting, Accession accession,
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
	 * Codes a claim anew. A quote that is another one must stand in the current text, and
	 * is taken from there; one that is the same leaves the claim where it is.
	 * @param submission the claim, under its id
	 * @return what is to be mended; nothing was changed then
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<ClaimRefusal> code(ClaimSubmission submission) {
		Claim claim = held(submission.key());
		Article article = claim.article();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Claim.Names found = this.names.find(submission, article, this.names.agents(List.of(submission)), refusals);
		this.resting.check(claim, submission, found, refusals);
		boolean requoted = !claim.quote().equals(submission.quote());
		Anchored anchored = Anchoring.anchor(submission.quote(), this.accession.text(article, article.version()));
		if (requoted) {
			Annotating.refusal(submission, anchored, refusals);
		}
		if (!refusals.isEmpty()) {
			return refusals;
		}
		Instant now = this.clock.instant();
		Claim.Keeping keeping = new Claim.Keeping(claim.standing(), Origin.EDITOR,
				Annotating.fixity(article, submission, claim.standing()), now);
		if (requoted && anchored instanceof Anchored.At at) {
			claim.code(submission, found, at.span(), keeping);
		}
		else {
			claim.describe(submission, found, keeping);
		}
		changed(article, now);
		return refusals;
	}

	/**
	 * Places a claim where an editor says that it stands in the current text. The quote
	 * stays as it was made.
	 * @param key of the claim
	 * @param place in the current version of its article
	 * @throws IllegalArgumentException when the text is shorter
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void place(String key, TextSpan place) {
		Claim claim = held(key);
		Article article = claim.article();
		String text = this.accession.text(article, article.version());
		if (place.end() > text.codePointCount(0, text.length())) {
			throw new IllegalArgumentException("Beyond the text: " + place);
		}
		String exact = claim.quote().exact();
		String words = place.in(text);
		AnchoringState state = words.equals(exact) ? AnchoringState.MOVED : AnchoringState.FUZZY;
		Instant now = this.clock.instant();
		claim.place(new Reanchored(state, place,
				Likeness.of(exact.codePoints().toArray(), words.codePoints().toArray()), null, List.of()), now);
		claim.changedByEditor(now);
		changed(article, now);
	}

	/**
	 * Takes a claim from its place, to wait for an editor.
	 * @param key of the claim
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void doubt(String key) {
		Claim claim = held(key);
		Instant now = this.clock.instant();
		claim.place(new Reanchored(AnchoringState.ORPHAN, null, 0, null, List.of()), now);
		changed(claim.article(), now);
	}

	/**
	 * Withdraws a claim, and with it what rests on it.
	 * @param key of the claim
	 * @param reason a sentence for readers
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(String key, String reason) {
		Claim claim = held(key);
		Instant now = this.clock.instant();
		this.resting.withdraw(claim, reason, now);
		claim.changedByEditor(now);
		changed(claim.article(), now);
	}

	private Claim held(String key) {
		this.lock.take();
		Optional<Claim> claim = this.claims.findByKey(key).filter(Claim::isHeld);
		return claim.orElseThrow(() -> new IllegalArgumentException("No claim is held as " + key));
	}

	private void changed(Article article, Instant now) {
		article.touch(now);
		this.events.publishEvent(new ArticleChanged(article.id()));
	}

}
