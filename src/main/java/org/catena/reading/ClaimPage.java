package org.catena.reading;

import java.time.Instant;
import java.util.List;

import org.catena.reading.RelationRows.DiscrepancyRow;
import org.jspecify.annotations.Nullable;

/**
 * One claim: its quote in context, its coding, what it is related to.
 *
 * @param claim the claim
 * @param context its paragraph, with its quote apart; null for an orphan
 * @param relations its relations, contradictions first
 * @param discrepancies where it states a point otherwise than the plan
 * @param madeOnVersion the version of the text from which the quote was taken
 * @param createdAt when it came in
 * @param updatedAt when it was changed last
 * @param previous the claim before it in the text
 * @param next the claim after it in the text
 */
record ClaimPage(ClaimRow claim, @Nullable Context context, List<RelationRow> relations,
		List<DiscrepancyRow> discrepancies, int madeOnVersion, Instant createdAt, Instant updatedAt,
		@Nullable String previous, @Nullable String next) {

	/**
	 * The paragraph of a quote, in three parts.
	 *
	 * @param before what stands before the quote
	 * @param quote the quote
	 * @param after what stands after it
	 */
	record Context(String before, String quote, String after) {
	}

}
