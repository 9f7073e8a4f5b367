package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.catena.reading.Repetitions.Link;
import org.catena.reading.Repetitions.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionsTests {

	private static final String QUOTE = "The size of the Ukrainian army will be limited to 600,000 men";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The size of the Ukrainian army will be limited to 600,000 men | true
			“the SIZE of the Ukrainian army — will be limited, to 600\u00a0000 men!” | true
			he said that the size of the Ukrainian army will be limited to 600,000 | true
			The size of the Ukrainian ärmy will be limited to 600,000 men | true
			The size of the Ukrainian army | false
			The size of the Ukrainian army is what nobody in the room wanted to hear of | false
			600,000 men limited be will army Ukrainian the of size The | false
			A wholly different sentence on a wholly different matter altogether | false
			\ud83d\udd4a | false
			""")
	void findsTheSameWordsInAnotherArticle(String other, boolean found) {
		assertThat(Repetitions.among(List.of(new Quote(1, 10, QUOTE), new Quote(2, 20, other))))
			.isEqualTo(found ? List.of(new Link(1, 10, 2, 20)) : List.of());
	}

	@Test
	void needsHalfOfTheShorterQuote() {
		String shared = "one two three four five six seven";
		assertThat(Repetitions
			.among(List.of(new Quote(1, 10, shared + " a b c d"), new Quote(2, 20, shared + " e f g h i j k l"))))
			.hasSize(1);
		assertThat(Repetitions
			.among(List.of(new Quote(1, 10, shared + " a b c d e"), new Quote(2, 20, shared + " f g h i j k l m"))))
			.isEmpty();
	}

	@Test
	void leavesOutRepetitionsWithinAnArticle() {
		assertThat(Repetitions.among(List.of(new Quote(1, 10, QUOTE), new Quote(2, 10, QUOTE)))).isEmpty();
	}

	@Test
	void takesWhatEverybodySaysForATurnOfSpeech() {
		List<Quote> quotes = new ArrayList<>();
		for (int i = 1; i <= Repetitions.COMMON; i++) {
			quotes.add(new Quote(i, i, QUOTE));
		}
		assertThat(Repetitions.among(quotes)).hasSize(Repetitions.COMMON * (Repetitions.COMMON - 1) / 2);
		quotes.add(new Quote(1_000, 1_000, QUOTE));
		assertThat(Repetitions.among(quotes)).isEmpty();
	}

}
