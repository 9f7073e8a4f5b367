package org.catena.reading;

import java.math.BigDecimal;
import java.util.List;

import org.catena.annotation.Stance;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A claim as pages show it.
 *
 * @param id its id in the tables
 * @param key its permanent id
 * @param article the article that it stands in
 * @param span where it stands in the current version; null for an orphan
 * @param exact the quote
 * @param paraphrase what is claimed, in our words
 * @param claimant whose claim it is
 * @param claimantIsAuthor whether that is the author
 * @param via the chain of attribution, nearest to the claimant first
 * @param points what it is linked to
 * @param coding the values of the codebook
 */
record ClaimRow(long id, String key, ArticleRow article, @Nullable TextSpan span, String exact, String paraphrase,
		@Nullable AgentLink claimant, boolean claimantIsAuthor, List<AgentLink> via, List<PointRef> points,
		Coding coding) {

	/** The short name within the article, {@code c07} for instance. */
	public String name() {
		return this.key.substring(this.key.indexOf('/') + 1);
	}

	/** The name without its letters and leading zeros, for the margin. */
	public String number() {
		return name().replaceFirst("^[a-z]+0*(?=.)", "");
	}

	public String address() {
		return "/claims/" + this.key;
	}

	/** The claim's place in its article; an orphan has none but the article. */
	public String place() {
		return this.article.address() + ((this.span != null) ? "#" + name() : "");
	}

	public Stance stance() {
		return this.coding.stance();
	}

	/** The name of the claimant; an author whom nobody names is called so. */
	public String claimantName() {
		AgentLink agent = this.claimant;
		return (agent != null) ? agent.name() : "the author";
	}

	/** A link to an agent; the author of an article who is not named has no slug. */
	record AgentLink(@Nullable String slug, String name) {
	}

	/**
	 * A link to a point.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number
	 * @param letter the sub-point's letter
	 * @param title the point's title
	 * @param about whether the claim is about the point, rather than touching its matter
	 */
	record PointRef(String plan, int number, @Nullable String letter, String title, boolean about) {

		public String label() {
			return this.number + ((this.letter != null) ? this.letter : "");
		}

		public String address() {
			return "/plans/" + this.plan + "/points/" + this.number;
		}

	}

	/**
	 * The values of the codebook, as words.
	 *
	 * @param kind what kind of statement it is
	 * @param stance of the claimant towards the target
	 * @param target what the stance is towards
	 * @param targetAgent who the target is
	 * @param aspect the side of the plan
	 * @param certainty how certain it is said to be
	 * @param uptake how the author takes it
	 * @param version which text of the plan is spoken of
	 * @param confidence of the coder, from 0 to 1
	 * @param coding the coding's name
	 * @param codebook the codebook's version
	 * @param note the coder's note
	 * @param anchoring how it stands in the current version
	 */
	record Coding(String kind, Stance stance, String target, @Nullable AgentLink targetAgent, String aspect,
			String certainty, @Nullable String uptake, String version, BigDecimal confidence, String coding,
			String codebook, @Nullable String note, String anchoring) {
	}

}
