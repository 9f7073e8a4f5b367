package org.catena.search;

import java.util.List;
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

}
