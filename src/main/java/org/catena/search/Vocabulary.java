package org.catena.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the index as they are written in articles, without case and accents.
 */
interface Vocabulary {

	/**
	 * The word that is meant by one that the index does not have, or hardly: the one that
	 * differs least, and of several the most frequent.
	 */
	Optional<String> instead(String word);

	/**
	 * The most frequent words with a beginning.
	 * @param beginning at least two letters, as the index writes them
	 * @param most how many at most
	 */
	List<String> beginningWith(String beginning, int most);

	/**
	 * Of words, the one that differs least from another, and of several the most
	 * frequent.
	 * @param word the other
	 * @param near words with their frequencies
	 * @param least the frequency that it must exceed
	 */
	static Optional<String> nearest(String word, Map<String, Integer> near, int least) {
		return near.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(word) && entry.getValue() > least)
			.min(Comparator.<Map.Entry<String, Integer>>comparingInt(
					(entry) -> Spellings.distance(word, entry.getKey()))
				.thenComparing(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue).reversed()))
			.map(Map.Entry::getKey);
	}

}
