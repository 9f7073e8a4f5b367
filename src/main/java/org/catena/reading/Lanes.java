package org.catena.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.article.TextSpan;

/**
 * Which line a claim is underlined with, so that a claim keeps its line from end to end
 * and claims over the same words have different ones.
 */
final class Lanes {

	/** Lines that are told apart; claims that lie deeper share the last. */
	static final int MOST = 3;

	private Lanes() {
	}

	/**
	 * Gives each claim the lowest line that is free where it begins.
	 * @param claims claims that have a place
	 * @return the number of the line, from 1, by the claim's id
	 */
	static Map<Long, Integer> of(List<ClaimRow> claims) {
		Map<Long, Integer> lanes = new HashMap<>();
		Map<Integer, Integer> ends = new HashMap<>();
		claims.stream()
			.sorted(Comparator.comparing(Lanes::span,
					Comparator.comparingInt(TextSpan::start)
						.thenComparing(Comparator.comparingInt(TextSpan::end).reversed())))
			.forEach((claim) -> {
				int lane = 1;
				while (ends.getOrDefault(lane, 0) > span(claim).start()) {
					lane++;
				}
				lanes.put(claim.id(), lane);
				ends.put(lane, span(claim).end());
			});
		return lanes;
	}

	private static TextSpan span(ClaimRow claim) {
		return Objects.requireNonNull(claim.span());
	}

}
