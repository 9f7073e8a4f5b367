package org.catena.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that say nothing of what a text is about, from {@code search/common-words.txt}.
 * They are in the index, in phrases they count like others.
 */
final class CommonWords {

	private static final Set<String> WORDS = read();

	private CommonWords() {
	}

	/** Whether a piece of a query is such a word, with its punctuation. */
	static boolean has(String typed) {
		List<String> words = TextAnalysis.words(typed);
		return !words.isEmpty() && WORDS.containsAll(words);
	}

	private static Set<String> read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(CommonWords.class.getResourceAsStream("/search/common-words.txt")),
				StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Stream.of(line.strip().split("\\s+")))
				.filter((word) -> !word.isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
