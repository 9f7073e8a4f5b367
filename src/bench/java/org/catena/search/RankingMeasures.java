package org.catena.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How good a ranking is, as {@code trec_eval} measures it: its {@code map},
 * {@code ndcg_cut_10} and {@code P_10}. Documents without a judgment count as not
 * relevant.
 *
 * @param averagePrecision the precision at each relevant document that was found, summed
 * and divided by how many relevant documents there are
 * @param ndcgAt10 the sum of grade / log2(place + 1) over the first ten places, divided by
 * that of the best possible ranking
 * @param precisionAt10 the relevant ones among the first ten, divided by ten
 */
record RankingMeasures(double averagePrecision, double ndcgAt10, double precisionAt10) {

	private static final int CUT = 10;

	/**
	 * Measures a ranking.
	 * @param ranking names of documents, the best first, none twice
	 * @param grades the judged documents: relevant from 1
	 */
	static RankingMeasures of(List<String> ranking, Map<String, Integer> grades) {
		long relevant = grades.values().stream().filter((grade) -> grade > 0).count();
		if (relevant == 0) {
			throw new IllegalArgumentException("Nothing is relevant, so nothing can be measured");
		}
		double precisions = 0;
		double gain = 0;
		int found = 0;
		int foundAtCut = 0;
		for (int i = 0; i < ranking.size(); i++) {
			int grade = Math.max(0, grades.getOrDefault(ranking.get(i), 0));
			if (grade > 0) {
				found++;
				precisions += (double) found / (i + 1);
			}
			if (i < CUT) {
				gain += discounted(grade, i);
				foundAtCut = found;
			}
		}
		return new RankingMeasures(precisions / relevant, gain / bestGain(grades), (double) foundAtCut / CUT);
	}

	/** The mean over queries. */
	static RankingMeasures mean(Collection<RankingMeasures> measures) {
		return new RankingMeasures(
				measures.stream().mapToDouble(RankingMeasures::averagePrecision).average().orElseThrow(),
				measures.stream().mapToDouble(RankingMeasures::ndcgAt10).average().orElseThrow(),
				measures.stream().mapToDouble(RankingMeasures::precisionAt10).average().orElseThrow());
	}

	private static double bestGain(Map<String, Integer> grades) {
		List<Integer> best = grades.values()
			.stream()
			.filter((grade) -> grade > 0)
			.sorted((one, other) -> Integer.compare(other, one))
			.limit(CUT)
			.toList();
		double gain = 0;
		for (int i = 0; i < best.size(); i++) {
			gain += discounted(best.get(i), i);
		}
		return gain;
	}

	private static double discounted(int grade, int index) {
		return grade * Math.log(2) / Math.log(index + 2);
	}

}
