package org.catena.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Ranks bags of words by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", 2009). The index of this archive's search is not used,
 * because words count in parts here, and because leaving an article out must leave out
 * its words everywhere.
 */
final class Ranking {

	private static final double K1 = 1.2;

	private static final double B = 0.5;

	private final Map<String, List<Posting>> postings = new HashMap<>();

	private final double[] lengths;

	private final double averageLength;

	Ranking(List<Bag> bags) {
		this.lengths = new double[bags.size()];
		for (int i = 0; i < bags.size(); i++) {
			int number = i;
			Bag bag = bags.get(i);
			this.lengths[i] = bag.length();
			bag.weights()
				.forEach((stem, weight) -> this.postings.computeIfAbsent(stem, (added) -> new ArrayList<>())
					.add(new Posting(number, weight)));
		}
		double sum = 0;
		for (double length : this.lengths) {
			sum += length;
		}
		this.averageLength = (sum > 0) ? sum / bags.size() : 1;
	}

	/**
	 * Ranks.
	 * @param asked the words that are asked for
	 * @return the scores of the bags that share a word with it, by their numbers
	 */
	Map<Integer, Double> scores(Bag asked) {
		Map<Integer, Double> scores = new HashMap<>();
		asked.weights().forEach((stem, weight) -> {
			List<Posting> found = this.postings.getOrDefault(stem, List.of());
			double rarity = rarity(found.size());
			for (Posting posting : found) {
				scores.merge(posting.bag(), weight * rarity * saturated(posting), Double::sum);
			}
		});
		return scores;
	}

	/** The best bags, best first; where scores are equal, in the order of the bags. */
	List<Entry<Integer, Double>> best(Bag asked, int limit) {
		return best(scores(asked), limit);
	}

	static List<Entry<Integer, Double>> best(Map<Integer, Double> scores, int limit) {
		return scores.entrySet()
			.stream()
			.sorted(Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Entry.comparingByKey()))
			.limit(limit)
			.toList();
	}

	/** Which words speak most for a bag, as the asked text prints them, best first. */
	List<String> words(Bag asked, int bag, int limit) {
		Map<String, Double> parts = new HashMap<>();
		asked.weights().forEach((stem, weight) -> {
			List<Posting> found = this.postings.getOrDefault(stem, List.of());
			found.stream()
				.filter((posting) -> posting.bag() == bag)
				.forEach((posting) -> parts.put(stem, weight * rarity(found.size()) * saturated(posting)));
		});
		return parts.entrySet()
			.stream()
			.sorted(Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Entry.comparingByKey()))
			.limit(limit)
			.map((part) -> asked.printed(part.getKey()))
			.toList();
	}

	private double rarity(int holders) {
		return Math.log(1 + (this.lengths.length - holders + 0.5) / (holders + 0.5));
	}

	private double saturated(Posting posting) {
		double norm = 1 - B + B * this.lengths[posting.bag()] / this.averageLength;
		return posting.weight() * (K1 + 1) / (posting.weight() + K1 * norm);
	}

	/** A bag that holds a stem, and its weight there. */
	private record Posting(int bag, double weight) {
	}

}
