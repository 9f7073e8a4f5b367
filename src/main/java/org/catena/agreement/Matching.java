package org.catena.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which claims of two codings are taken for the same claim. Each claim has one partner at
 * most; the pairs with the greatest overlap over the union are made first. Values play no
 * part, for they are what is compared afterwards.
 *
 * @param pairs the pairs, in the reading order of the first coding
 * @param onlyFirst claims of the first coding without partner
 * @param onlySecond claims of the second coding without partner
 */
record Matching(List<Pair> pairs, List<CodedClaim> onlyFirst, List<CodedClaim> onlySecond) {

	/**
	 * Matches two codings of one text.
	 * @param first the claims of one
	 * @param second the claims of the other
	 * @param overlap by which measure a pair must reach {@link Overlap#ENOUGH}
	 */
	static Matching of(List<CodedClaim> first, List<CodedClaim> second, Overlap overlap) {
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < first.size(); i++) {
			for (int j = 0; j < second.size(); j++) {
				if (overlap.of(first.get(i).span(), second.get(j).span()) >= Overlap.ENOUGH) {
					candidates
						.add(new Candidate(i, j, Overlap.OVER_UNION.of(first.get(i).span(), second.get(j).span())));
				}
			}
		}
		// Where spans coincide, reading order decides: the sort is stable.
		candidates.sort(Comparator.comparingDouble(Candidate::overlap).reversed());
		Integer[] partner = new Integer[first.size()];
		Set<Integer> taken = new HashSet<>();
		for (Candidate candidate : candidates) {
			if (partner[candidate.first()] == null && taken.add(candidate.second())) {
				partner[candidate.first()] = candidate.second();
			}
		}
		List<Pair> pairs = new ArrayList<>();
		List<CodedClaim> onlyFirst = new ArrayList<>();
		for (int i = 0; i < partner.length; i++) {
			Integer other = partner[i];
			if (other != null) {
				pairs.add(new Pair(first.get(i), second.get(other)));
			}
			else {
				onlyFirst.add(first.get(i));
			}
		}
		List<CodedClaim> onlySecond = new ArrayList<>();
		for (int j = 0; j < second.size(); j++) {
			if (!taken.contains(j)) {
				onlySecond.add(second.get(j));
			}
		}
		return new Matching(pairs, onlyFirst, onlySecond);
	}

	private record Candidate(int first, int second, double overlap) {
	}

	/** The same claim in two codings. */
	record Pair(CodedClaim first, CodedClaim second) {
	}

}
