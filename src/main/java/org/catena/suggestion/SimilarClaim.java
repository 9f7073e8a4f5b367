package org.catena.suggestion;

import java.util.List;

/**
 * A claim of the archive that resembles a passage.
 *
 * @param key its id
 * @param exact its quote
 * @param paraphrase what is claimed
 * @param stance of the claimant
 * @param words that both have, those that say most first
 */
public record SimilarClaim(String key, String exact, String paraphrase, String stance, List<String> words) {
}
