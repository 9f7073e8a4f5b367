package org.catena.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.annotation.Stance;

/**
 * How many claims have which stance.
 *
 * @param counts the counts of the stances that occur
 */
record StanceCounts(Map<Stance, Integer> counts) {

	static final StanceCounts NONE = new StanceCounts(Map.of());

	static StanceCounts of(Collection<ClaimRow> claims) {
		Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
		claims.forEach((claim) -> counts.merge(claim.stance(), 1, Integer::sum));
		return new StanceCounts(counts);
	}

	/** The stance that a word of the tables says. */
	static Stance stance(String word) {
		return Stance.valueOf(word.toUpperCase(Locale.ROOT));
	}

	public int total() {
		return this.counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How many claims have a stance; 0 for one that does not occur. */
	public int of(String stance) {
		return this.counts.getOrDefault(stance(stance), 0);
	}

	/** The stances that occur, in the order of the codebook. */
	public List<Share> shares() {
		List<Share> shares = new ArrayList<>();
		this.counts.forEach((stance, count) -> shares
			.add(new Share(stance.word(), count, Math.max(1, Math.round(count * 20f / total())))));
		return shares;
	}

	/**
	 * One stance.
	 *
	 * @param stance the stance as a word
	 * @param count how many claims have it
	 * @param twentieths its share in twentieths, at least one, for a bar
	 */
	record Share(String stance, int count, int twentieths) {
	}

}
