package org.catena.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a claim states a point otherwise than the plan does, as machine forms tell it.
 *
 * @param plan the plan's slug
 * @param point the point's number
 * @param letter the sub-point's letter
 * @param claimSays what the claim says
 * @param planSays what the plan says
 * @param gravity how grave the difference is, in the codebook's word
 * @param coding the coding's name
 * @param updated when it was changed last
 */
record DiscrepancyRecord(String plan, int point, @Nullable String letter, String claimSays, String planSays,
		String gravity, String coding, Instant updated) {

	/** The address of the point on the site, from its root. */
	String address() {
		return "/plans/" + this.plan + "/points/" + this.point;
	}

}
