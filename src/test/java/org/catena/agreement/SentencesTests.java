package org.catena.agreement;

import java.util.List;

import org.catena.article.Sentence;
import org.catena.article.Sentences;
import org.catena.article.TextSpan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTests {

	@Test
	void keepsAbbreviationsAndInitialsWhole() {
		assertThat(words("The U.S. Army met Pavel K. Baev. Dr. Smith and J.D. Vance (U.S. Senate) came."))
			.containsExactly("The U.S. Army met Pavel K. Baev.", "Dr. Smith and J.D. Vance (U.S. Senate) came.");
	}

	@Test
	void endsASentenceAtItsMarkAndAtTheParagraph() {
		assertThat(words("Will it succeed? Time will tell!\n\nNo full stop\n\nIn the U.S."))
			.containsExactly("Will it succeed?", "Time will tell!", "No full stop", "In the U.S.");
	}

	@Test
	void leavesOutSubheadsAndWhatHasNoWord() {
		assertThat(words("## What Russia needs\n\n🗙 …\n\nPeace.")).containsExactly("Peace.");
	}

	@Test
	void countsCodePoints() {
		String text = "## Sub\n\n🗙 is a sign. “Peace deal”\u00A0– so desired.";
		List<Sentence> sentences = Sentences.of(text);
		assertThat(sentences).hasSize(2)
			.allSatisfy((sentence) -> assertThat(sentence.span().in(text)).isEqualTo(sentence.words()));
		assertThat(sentences.get(0).span()).isEqualTo(new TextSpan(8, 20));
	}

	@Test
	void listsSentencesThatNoClaimTouches() {
		String text = "One is marked. Two is not. Three is marked by a letter.";
		Coverage coverage = Coverage.of(new TextRef("a", "A", "S"), text,
				List.of(new TextSpan(0, 8), new TextSpan(27, 28), new TextSpan(14, 15)));
		assertThat(coverage.passedOver()).singleElement()
			.satisfies((passed) -> assertThat(passed.number() + " " + passed.sentence().words())
				.isEqualTo("2 Two is not."));
		assertThat(coverage.share().percent()).isEqualTo("67 %");
		assertThat(coverage.marked()).isEqualTo(9);
		assertThat(coverage.codePoints()).isEqualTo(text.length() - 2);
	}

	private static List<String> words(String text) {
		return Sentences.of(text).stream().map(Sentence::words).toList();
	}

}
