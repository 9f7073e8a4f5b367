package org.catena.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds quotes of different articles that say nearly the same in the same words. Quotes
 * are cut into overlapping pieces of {@value #PIECE} words without case, accents and
 * punctuation; two quotes are near-equal when they share at least {@value #LEAST} pieces
 * (so at least seven words in one run, or in a few) and half of the pieces of the shorter
 * one: the overlap coefficient of shingles (Broder 1997). A piece that more than
 * {@value #COMMON} quotes have is a turn of speech and counts for nothing, which also
 * keeps the work within the number of quotes. Equal quotes give an equal answer.
 */
final class Repetitions {

	/** Words of a piece. */
	static final int PIECE = 4;

	/** Pieces that two quotes share at least. */
	static final int LEAST = 4;

	/** Quotes that may have a piece at most. */
	static final int COMMON = 50;

	/** The share of the shorter quote's pieces that the other must have. */
	static final double SHARE = 0.5;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private Repetitions() {
	}

	/** The near-equal pairs, in the order of the quotes. */
	static List<Link> among(List<Quote> quotes) {
		Map<Long, List<Integer>> holders = new HashMap<>();
		int[] sizes = new int[quotes.size()];
		for (int i = 0; i < quotes.size(); i++) {
			long[] pieces = pieces(quotes.get(i).exact());
			sizes[i] = pieces.length;
			for (long piece : pieces) {
				List<Integer> with = holders.computeIfAbsent(piece, (key) -> new ArrayList<>(2));
				if (with.size() <= COMMON) {
					with.add(i);
				}
			}
		}
		Map<Long, Integer> shared = new HashMap<>();
		for (List<Integer> with : holders.values()) {
			if (with.size() > 1 && with.size() <= COMMON) {
				count(with, quotes, shared);
			}
		}
		return shared.entrySet().stream().filter((pair) -> {
			int shorter = Math.min(sizes[first(pair.getKey())], sizes[second(pair.getKey())]);
			return pair.getValue() >= LEAST && pair.getValue() >= SHARE * shorter;
		})
			.map(Map.Entry::getKey)
			.sorted()
			.map((pair) -> new Link(quotes.get(first(pair)).claim(), quotes.get(first(pair)).article(),
					quotes.get(second(pair)).claim(), quotes.get(second(pair)).article()))
			.toList();
	}

	private static void count(List<Integer> with, List<Quote> quotes, Map<Long, Integer> shared) {
		for (int i = 0; i < with.size(); i++) {
			for (int j = i + 1; j < with.size(); j++) {
				if (quotes.get(with.get(i)).article() != quotes.get(with.get(j)).article()) {
					shared.merge(((long) with.get(i) << 32) | with.get(j), 1, Integer::sum);
				}
			}
		}
	}

	private static int first(long pair) {
		return (int) (pair >> 32);
	}

	private static int second(long pair) {
		return (int) pair;
	}

	/** The pieces of a quote, each once, as numbers. */
	private static long[] pieces(String exact) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(
				Normalizer.normalize(exact, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			words.add(matcher.group());
		}
		long[] pieces = new long[Math.max(0, words.size() - PIECE + 1)];
		for (int i = 0; i < pieces.length; i++) {
			for (String word : words.subList(i, i + PIECE)) {
				for (int at = 0; at < word.length(); at++) {
					pieces[i] = pieces[i] * 1_099_511_628_211L + word.charAt(at) + 1;
				}
				pieces[i] = pieces[i] * 1_099_511_628_211L;
			}
		}
		return Arrays.stream(pieces).distinct().toArray();
	}

	/**
	 * The words of a claim.
	 *
	 * @param claim the claim's id
	 * @param article the article's id
	 * @param exact the quote
	 */
	record Quote(long claim, long article, String exact) {
	}

	/**
	 * Two claims that belong together.
	 *
	 * @param from the one claim
	 * @param fromArticle its article
	 * @param to the other claim
	 * @param toArticle its article
	 */
	record Link(long from, long fromArticle, long to, long toArticle) {
	}

}
