package org.catena.reading;

import java.util.Objects;

import org.catena.article.TextSpan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Links to words on other people's pages. */
class TextFragmentTests {

	@Test
	void namesWordsThatOccurOnce() {
		assertThat(directive("The plan is bad. The talks go on.", "The plan is bad"))
			.isEqualTo("text=The%20plan%20is%20bad");
	}

	@Test
	void encodesTheSignsOfTheDirective() {
		assertThat(directive("A 28-point plan, R&D and “peace” 🕊.", "28-point plan, R&D and “peace” 🕊"))
			.isEqualTo("text=28%2Dpoint%20plan%2C%20R%26D%20and%20%E2%80%9Cpeace%E2%80%9D%20%F0%9F%95%8A");
	}

	@Test
	void tellsRepeatedWordsApartByWhatStandsAround() {
		String text = "He said that the plan is bad for us. She said that the Plan is bad for them.";
		assertThat(directive(text, "the plan is bad"))
			.isEqualTo("text=He%20said%20that-,the%20plan%20is%20bad,-for%20us.%20She%20said");
		assertThat(directive(text, "the Plan is bad"))
			.isEqualTo("text=us.%20She%20said%20that-,the%20Plan%20is%20bad,-for%20them.");
	}

	@Test
	void takesAsMuchContextAsIsNeeded() {
		String many = "one two three four five six seven eight the plan one two three four five six seven eight";
		assertThat(directive("A " + many + " end.\n\nB " + many + " stop.", "the plan")).contains("A%20one")
			.contains("eight%20end.");
	}

	@Test
	void takesNoContextFromAnotherParagraph() {
		assertThat(directive("The plan\n\nis bad. The plan\n\nis good.", "The plan")).isEqualTo("text=The%20plan");
	}

	@Test
	void givesLongWordsByBeginningAndEnd() {
		String words = "word ".repeat(80).strip();
		String quote = "It begins here with " + words + " and here it ends";
		assertThat(quote.length()).isGreaterThan(TextFragment.LONG);
		assertThat(directive("Before. " + quote + ". After.", quote))
			.isEqualTo("text=It%20begins%20here%20with,and%20here%20it%20ends");
	}

	@Test
	void givesWordsOverParagraphsByBeginningAndEndWithoutTheMarkOfASubhead() {
		assertThat(directive("The end of one.\n\n## A head\n\nThe next begins.", "of one.\n\n## A head\n\nThe next"))
			.isEqualTo("text=of%20one.,The%20next");
		assertThat(directive("One.\n\n## A head of its own\n\nTwo.", "## A head of its own\n\nTwo"))
			.isEqualTo("text=A%20head%20of%20its,Two");
	}

	@Test
	void reachesToTheEndsOfWords() {
		assertThat(directive("An undeniable tilt.", "deniab")).isEqualTo("text=undeniable");
	}

	@Test
	void hasNothingForSpaceAndAllOfAWordWithoutEnd() {
		assertThat(TextFragment.of("One.\n\nTwo.", new TextSpan(4, 6))).isNull();
		assertThat(directive("a".repeat(1_000), "a".repeat(1_000))).isEqualTo("text=" + "a".repeat(1_000));
	}

	@Test
	void goesBehindAFragmentThatTheAddressHas() {
		TextFragment fragment = new TextFragment(null, "words", null, null);
		assertThat(fragment.on("https://example.org/a?b=c")).isEqualTo("https://example.org/a?b=c#:~:text=words");
		assertThat(fragment.on("https://example.org/a#part")).isEqualTo("https://example.org/a#part:~:text=words");
	}

	private static String directive(String text, String quote) {
		int at = text.indexOf(quote);
		int start = text.codePointCount(0, at);
		return Objects
			.requireNonNull(TextFragment.of(text, new TextSpan(start, start + quote.codePointCount(0, quote.length()))))
			.toString();
	}

}
