package org.catena.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.agreement.Adjudication;
import org.catena.article.TextDiff;
import org.catena.history.ToldChange;
import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.RelationRows.DiscrepancyRow;
import org.jspecify.annotations.Nullable;

/**
 * One claim: its quote in context, its coding, what it is related to.
 *
 * @param claim the claim
 * @param context its paragraph, with its quote apart; null for an orphan
 * @param relations its relations, contradictions first
 * @param discrepancies where it states a point otherwise than the plan
 * @param coders how two coders had it, for each second coding of its article; empty when
 * it was not coded twice
 * @param history how it came to be as it is
 * @param reference how others refer to it
 * @param previous the claim before it in the text
 * @param next the claim after it in the text
 */
record ClaimPage(ClaimRow claim, @Nullable Context context, List<RelationRow> relations,
		List<DiscrepancyRow> discrepancies, List<Adjudication.OfClaim> coders, History history, Reference reference,
		@Nullable String previous, @Nullable String next) {

	/** How the codebook words the coder's confidence: high, middle, low, or doubt. */
	public String confidence() {
		double confidence = this.claim.coding().confidence().doubleValue();
		return (confidence >= 0.85) ? "high" : (confidence >= 0.6) ? "middle" : (confidence >= 0.5) ? "low" : "doubt";
	}

	/**
	 * The quote with what became of its words in the current version; empty where they
	 * are the same, or gone.
	 */
	public List<TextDiff.Piece> reworded() {
		if (this.context == null || this.context.quote().equals(this.claim.exact())) {
			return List.of();
		}
		return TextDiff.passages(this.claim.exact(), this.context.quote())
			.stream()
			.flatMap((passage) -> passage.pieces().stream())
			.toList();
	}

	/** The relations in groups, by what holds as seen from this claim. */
	public Map<String, List<RelationRow>> groups() {
		Map<String, List<RelationRow>> groups = new LinkedHashMap<>();
		this.relations
			.forEach((relation) -> groups.computeIfAbsent(relation.seenFrom(this.claim), (type) -> new ArrayList<>())
				.add(relation));
		return groups;
	}

	/**
	 * Through whom the claim goes from its claimant to the author, the nearest to the
	 * author first. The author himself is not among them.
	 */
	public List<AgentLink> between() {
		List<String> authors = this.claim.article().authors().stream().map(AgentLink::slug).toList();
		List<AgentLink> between = new ArrayList<>(this.claim.via()
			.stream()
			.filter((agent) -> agent.slug() != null && !authors.contains(agent.slug()))
			.toList());
		Collections.reverse(between);
		return between;
	}

	/**
	 * The paragraph of a quote, in three parts, and what stands around it where the quote
	 * fills it.
	 *
	 * @param earlier the end of the paragraph before
	 * @param before what stands before the quote
	 * @param quote the quote
	 * @param after what stands after it
	 * @param later the beginning of the paragraph after
	 */
	record Context(@Nullable String earlier, String before, String quote, String after, @Nullable String later) {
	}

	/**
	 * How a claim came to be as it is.
	 *
	 * @param madeOnVersion the version of the text from which the quote was taken
	 * @param createdAt when it came in
	 * @param updatedAt when it was changed last
	 * @param versions the versions of the text, the newest first
	 * @param changes what happened to it and to its relations, the newest first
	 */
	record History(int madeOnVersion, Instant createdAt, Instant updatedAt, List<VersionWithQuote> versions,
			List<ToldChange> changes) {

		public boolean isChanged() {
			return !Objects.equals(this.createdAt, this.updatedAt);
		}

	}

	/**
	 * A version of the text and whether it has the quote.
	 *
	 * @param number from 1
	 * @param createdAt when the version came in
	 * @param reason why it was made
	 * @param verbatim whether the quote stands in it word for word
	 */
	record VersionWithQuote(int number, Instant createdAt, String reason, boolean verbatim) {
	}

	/**
	 * How others refer to a claim.
	 *
	 * @param citation one sentence
	 * @param original the words on the page where the article appeared; null when that is
	 * not known
	 * @param selector the place of the quote in the terms of the W3C, as JSON
	 */
	record Reference(String citation, @Nullable String original, String selector) {
	}

}
