package org.catena.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A discrepancy as it is handed in.
 *
 * @param claim the claim's id
 * @param plan the plan's slug; null for the plan that the article comments on
 * @param number the point's number, from 1
 * @param letter the sub-point's letter
 * @param claimSays what the claim says
 * @param planSays what the plan says
 * @param gravity how grave the difference is
 * @param coding the coding's name
 */
public record DiscrepancySubmission(String claim, @Nullable String plan, int number, @Nullable String letter,
		String claimSays, String planSays, Gravity gravity, String coding) {
}
