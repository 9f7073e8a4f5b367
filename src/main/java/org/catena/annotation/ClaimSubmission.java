package org.catena.annotation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A claim as it is handed in. Agents and points are named as files name them.
 *
 * @param key its permanent id: the article's slug, a slash and a short name
 * @param quote the words
 * @param paraphrase one neutral sentence of our own
 * @param points the points it is linked to
 * @param version which text of the plan it speaks of
 * @param claimant whose claim it is: {@value #AUTHOR} or an agent's slug
 * @param via through whom it reaches the article, nearest to the claimant first, in the
 * same form
 * @param uptake how the author takes it; only where the author is not the claimant
 * @param certainty how certain it is said to be
 * @param kind what kind of statement it is
 * @param target what the stance is towards
 * @param targetAgent the slug of the agent that is the target
 * @param aspect the side of the plan that it concerns
 * @param stance of the claimant towards the target
 * @param confidence of the coder, from 0 to 1
 * @param coding the coding's name
 * @param codebook the version of the codebook
 * @param note free text
 */
public record ClaimSubmission(String key, TextQuote quote, String paraphrase, List<PointLink> points,
		PlanVersion version, String claimant, List<String> via, @Nullable Uptake uptake, Certainty certainty, Kind kind,
		Target target, @Nullable String targetAgent, Aspect aspect, Stance stance, BigDecimal confidence, String coding,
		String codebook, @Nullable String note) {

	/** Stands for the author of the article, also where nobody names the author. */
	public static final String AUTHOR = "author";

	/** The codebook's version by which claims are coded now. */
	public static final String CODEBOOK = "1.0";

	/**
	 * The claim as one that was made before adjudication. It is kept beside the
	 * adjudicated claim, under an id and a coding of its own.
	 */
	public ClaimSubmission beforeAdjudication() {
		return new ClaimSubmission(CodingName.independentKey(this.key), this.quote, this.paraphrase, this.points,
				this.version, this.claimant, this.via, this.uptake, this.certainty, this.kind, this.target,
				this.targetAgent, this.aspect, this.stance, this.confidence, CodingName.FIRST_INDEPENDENT,
				this.codebook, this.note);
	}

	/**
	 * A link to a point.
	 *
	 * @param plan the plan's slug; null for the plan that the article comments on
	 * @param number the point's number, from 1
	 * @param letter the sub-point's letter
	 * @param bearing how the claim bears on it
	 */
	public record PointLink(@Nullable String plan, int number, @Nullable String letter, Bearing bearing) {
	}

}
