package org.catena.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.catena.annotation.TextQuote;
import org.catena.article.TextSpan;
import org.catena.exchange.ArticleRecord.AgentName;
import org.jspecify.annotations.Nullable;

/**
 * A claim as machine forms tell it. Coded values are the codebook's words.
 *
 * @param id its id in the tables, which no form shows
 * @param key its permanent id, {@code baev-2025-12-09/c07} for instance
 * @param articleId the article that it stands in
 * @param article that article's slug
 * @param quote its words, with what stands around them
 * @param madeOn the number of the version from which the quote was taken
 * @param placedOn the number of the version in which the span counts
 * @param anchoring how it stands there
 * @param span where it stands there; null for an orphan
 * @param paraphrase what is claimed, in our words
 * @param claimant whose claim it is; null for an author whom nobody names
 * @param claimantIsAuthor whether that is the author
 * @param via the chain of attribution, nearest to the claimant first; null in it is the
 * author
 * @param points what it is linked to
 * @param kind what kind of statement it is
 * @param stance of the claimant towards the target
 * @param target what the stance is towards
 * @param targetAgent who the target is
 * @param aspect the side of the plan
 * @param certainty how certain it is said to be
 * @param uptake how the author takes it; null where the author is the claimant
 * @param version which text of the plan is spoken of
 * @param confidence of the coder, from 0 to 1
 * @param coding the coding's name
 * @param codebook the codebook's version
 * @param note the coder's note
 * @param created when it came in
 * @param updated when it was changed last
 */
record ClaimRecord(long id, String key, long articleId, String article, TextQuote quote, int madeOn, int placedOn,
		String anchoring, @Nullable TextSpan span, String paraphrase, @Nullable AgentName claimant,
		boolean claimantIsAuthor, List<@Nullable AgentName> via, List<PointName> points, String kind, String stance,
		String target, @Nullable AgentName targetAgent, String aspect, String certainty, @Nullable String uptake,
		String version, BigDecimal confidence, String coding, String codebook, @Nullable String note, Instant created,
		Instant updated) {

	/** The address on the site, from its root. */
	String address() {
		return "/claims/" + this.key;
	}

	/** The short name within the article, {@code c07} for instance. */
	String name() {
		return this.key.substring(this.key.indexOf('/') + 1);
	}

	/**
	 * A link to a point.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number
	 * @param letter the sub-point's letter
	 * @param title the point's title
	 * @param bearing {@code about} or {@code touches}
	 */
	record PointName(String plan, int number, @Nullable String letter, String title, String bearing) {

		/** The address on the site, from its root. */
		String address() {
			return "/plans/" + this.plan + "/points/" + this.number;
		}

	}

}
