package org.catena.annotation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.catena.article.Accession;
import org.catena.article.Article;
import org.catena.article.Articles;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Foresees what a corrected text does to the claims of an article, by the same rules by
 * which {@link Annotating} places them afterwards. Nothing is changed.
 */
@Component
public class FollowClaims {

	private final Articles articles;

	private final Claims claims;

	private final Accession accession;

	FollowClaims(Articles articles, Claims claims, Accession accession) {
		this.articles = articles;
		this.claims = claims;
		this.accession = accession;
	}

	/**
	 * What becomes of each claim that is held.
	 * @param slug of the article
	 * @param text the new text, in the form of the archive
	 * @return the claims in the order of the current text, orphans last
	 */
	@Transactional(readOnly = true)
	public List<Followed> to(String slug, String text) {
		Article article = this.articles.findBySlug(slug).orElse(null);
		if (article == null) {
			return List.of();
		}
		CorrectedText corrected = new CorrectedText((number) -> this.accession.text(article, number), text);
		String current = this.accession.text(article, article.version());
		return this.claims.findByArticle(article)
			.stream()
			.filter(Claim::isHeld)
			.sorted(Comparator.comparingInt(Claim::position).thenComparing(Claim::key))
			.map((claim) -> followed(claim, corrected.follow(claim), current, text))
			.toList();
	}

	/**
	 * Where an orphan could stand in the current text.
	 * @param key of the claim
	 * @return the claim with its candidates, if it is held and an orphan
	 */
	@Transactional(readOnly = true)
	public Optional<Followed> orphan(String key) {
		return this.claims.findByKey(key)
			.filter((claim) -> claim.isHeld() && claim.anchoring() == AnchoringState.ORPHAN)
			.map((claim) -> {
				Article article = claim.article();
				String text = this.accession.text(article, article.version());
				return followed(claim,
						new CorrectedText((number) -> this.accession.text(article, number), text).follow(claim), text,
						text);
			});
	}

	private static Followed followed(Claim claim, Reanchored outcome, String current, String text) {
		TextSpan place = claim.place();
		TextSpan becomes = outcome.place();
		return new Followed(claim.key(), claim.standing() == Standing.SHOWN, claim.quote(), claim.madeOn(),
				claim.paraphrase(), claim.stance(), (place != null) ? place.in(current) : null, place, outcome,
				(becomes != null) ? becomes.in(text) : null);
	}

	/**
	 * A claim and what becomes of it.
	 *
	 * @param key its permanent id
	 * @param shown whether readers see it; otherwise it serves agreement only
	 * @param quote its quote
	 * @param madeOn the number of the version from which that was taken
	 * @param paraphrase what is claimed
	 * @param stance of the claimant
	 * @param words under it in the current version; null for an orphan
	 * @param place of these words; null for an orphan
	 * @param outcome what becomes of it
	 * @param becomes the words under it then; null for an orphan
	 */
	public record Followed(String key, boolean shown, TextQuote quote, int madeOn, String paraphrase, Stance stance,
			@Nullable String words, @Nullable TextSpan place, Reanchored outcome, @Nullable String becomes) {
	}

}
