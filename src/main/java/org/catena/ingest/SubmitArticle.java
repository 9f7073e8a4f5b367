package org.catena.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.catena.annotation.Annotating;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Standing;
import org.catena.article.Accession;
import org.catena.article.ArticleSubmission;
import org.catena.article.Origin;
import org.catena.article.SubmissionRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands in one article with its claims, in one transaction: from a file, a form or an
 * upload.
 */
@Component
public class SubmitArticle {

	private final Accession accession;

	private final Annotating annotating;

	SubmitArticle(Accession accession, Annotating annotating) {
		this.accession = accession;
		this.annotating = annotating;
	}

	/**
	 * Hands in an article.
	 * @param article the article
	 * @param codings its claims, by coding
	 * @param origin where it comes from
	 * @param by who hands it in
	 * @return what became of it
	 * @throws SubmissionRefused when the article cannot be taken in; nothing is changed
	 * then
	 */
	@Transactional
	public Submitted submit(ArticleSubmission article, List<Coding> codings, Origin origin, String by) {
		return submit(article, codings, origin, by, Accession.CORRECTION);
	}

	/**
	 * Hands in an article, saying why its text is changed.
	 * @param article the article
	 * @param codings its claims, by coding
	 * @param origin where it comes from
	 * @param by who hands it in
	 * @param reason why a version that this makes is made, in words for readers
	 * @return what became of it
	 * @throws SubmissionRefused when the article cannot be taken in; nothing is changed
	 * then
	 */
	@Transactional
	public Submitted submit(ArticleSubmission article, List<Coding> codings, Origin origin, String by, String reason) {
		Accession.Accessioned accessioned = this.accession.accept(article, origin, by, reason);
		Accession.Outcome outcome = accessioned.outcome();
		List<ClaimRefusal> refusals = new ArrayList<>();
		List<String> withdrawn = new ArrayList<>();
		if (codings.isEmpty()) {
			// The claims that the archive holds are placed in a new text all the same.
			this.annotating.annotate(accessioned.article(), List.of(), Standing.SHOWN, origin);
		}
		for (Coding coding : codings) {
			Annotating.Annotated annotated = this.annotating.annotate(accessioned.article(), coding.claims(),
					coding.standing(), origin);
			refusals.addAll(annotated.refusals());
			int changed = annotated.changed();
			if (coding.complete()) {
				List<String> others = withdrawOthers(accessioned, coding);
				withdrawn.addAll(others);
				changed += others.size();
			}
			if (changed > 0 && outcome == Accession.Outcome.UNCHANGED) {
				outcome = Accession.Outcome.UPDATED;
			}
		}
		if (outcome == Accession.Outcome.UPDATED) {
			List<SubmissionRefused.Refusal> contradictions = this.annotating.contradictions(accessioned.article());
			if (!contradictions.isEmpty()) {
				throw new SubmissionRefused(contradictions);
			}
		}
		return new Submitted(accessioned.article().slug(), outcome, refusals, withdrawn);
	}

	private List<String> withdrawOthers(Accession.Accessioned accessioned, Coding coding) {
		Set<String> keys = new HashSet<>();
		coding.claims().forEach((claim) -> keys.add(claim.key()));
		return this.annotating.withdrawOthers(accessioned.article(), coding.name(), keys, "No longer in the corpus.");
	}

	/**
	 * The claims of one coder.
	 *
	 * @param name the coding's name
	 * @param standing what its claims are to the archive
	 * @param claims the claims
	 * @param complete whether claims of the coding that are not among them are to be
	 * withdrawn
	 */
	public record Coding(String name, Standing standing, List<ClaimSubmission> claims, boolean complete) {
	}

	/**
	 * What became of an article.
	 *
	 * @param slug its name in addresses
	 * @param outcome whether it or its claims were new, changed or the same
	 * @param refusals why some claims were not kept
	 * @param withdrawn the ids of claims that were withdrawn
	 */
	public record Submitted(String slug, Accession.Outcome outcome, List<ClaimRefusal> refusals,
			List<String> withdrawn) {
	}

}
