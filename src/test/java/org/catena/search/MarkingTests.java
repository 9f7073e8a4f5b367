package org.catena.search;

import java.util.List;

import org.catena.search.Passage.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = {
			"guarantee ~ No guarantees, nothing guaranteed. ~ No [guarantees], nothing [guaranteed].",
			"`\"security guarantees\"` ~ A security guarantee, security, guarantees. ~ A [security guarantee], [security, guarantees].",
			"`\"red line\"` ~ A line, a red line; red. ~ A line, a [red line]; red.",
			"witk* ~ Witkoff’s plan ~ [Witkoff’s] plan",
			"trump ~ Trump's and Trump’s TRUMP ~ [Trump's] and [Trump’s] [TRUMP]", "erdogan ~ Erdoğan ~ [Erdoğan]",
			"us ~ The U.S. and the US ~ The [U.S]. and the [US]", "😀 ~ a 😀 b ~ a [😀] b",
			"28-point ~ a 28-point plan ~ a [28-point] plan", "a OR b ~ a b c ~ [a] [b] c", "a -b ~ a b c ~ [a] b c",
			"a ~ <script>a</script> ~ <script>[a]</script>",
			"guar*tee? ~ guarantee, guarantees ~ [guarantee], guarantees", "guar?ntees ~ Guarantees! ~ [Guarantees]!",
			"`zelenski~1` ~ Zelensky, Zelenskyy ~ [Zelensky], Zelenskyy",
			"peace NEAR/2 plan ~ The plan for peace. A peace of words, none of a plan. ~ The [plan] for [peace]. A peace of words, none of a plan.",
			"title:nato ~ nato ~ [nato]", "point:7 in:claim nato ~ nato ~ [nato]" })
	void marks(String typed, String text, String marked) {
		assertThat(show(marking(typed).whole(text))).isEqualTo(marked);
	}

	@Test
	void marksFromTheFirstToTheLastCharacter() {
		assertThat(marking("nato").whole("nato").pieces()).containsExactly(new Piece("nato", true));
		assertThat(marking("nato").whole("").pieces()).isEmpty();
	}

	@Test
	void showsTheSentencesThatHaveMost() {
		String text = "First x.\n\nHeading y\n\nThen x and y. Nothing here. Again y.";
		assertThat(marking("x y").best(text, 2)).extracting(MarkingTests::show)
			.containsExactly("First [x].", "Then [x] and [y].");
	}

	@Test
	void showsEachTermBeforeOneTermTwice() {
		String text = "One x and x. Two x and x. Then a y.";
		assertThat(marking("x y").best(text, 2)).extracting(MarkingTests::show)
			.containsExactly("One [x] and [x].", "Then a [y].");
	}

	@Test
	void cutsALongSentenceAroundWhatItFound() {
		String text = "word ".repeat(200) + "nato " + "word ".repeat(200).strip() + ".";
		Passage passage = marking("nato").best(text, 3).get(0);
		assertThat(passage.text()).startsWith("… word").endsWith("word …").hasSizeLessThan(400);
		assertThat(passage.pieces()).contains(new Piece("nato", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "\n\nAnother paragraph.", " and more words. Another sentence." })
	void cutsAnUnbrokenWordAroundWhatItFound(String rest) {
		for (String unit : List.of("x", "😀", "a😀", "é")) {
			for (int before : List.of(0, 1, 118, 119, 120, 121, 300, 301)) {
				for (int after : List.of(0, 1, 40, 199, 200, 500, 501)) {
					String text = "See https://" + unit.repeat(before) + "/zebrafish-" + unit.repeat(after) + rest;
					assertThat(marking("zebrafish").best(text, 3)).as(text).hasSize(1).allSatisfy((passage) -> {
						assertThat(passage.pieces()).contains(new Piece("zebrafish", true));
						assertThat(passage.text()).hasSizeLessThan(430).matches(MarkingTests::isWellFormed);
					});
				}
			}
		}
	}

	@Test
	void cutsNoCharacterOfABeginningInTwo() {
		for (String before : List.of("", "x")) {
			assertThat(marking("nato").best(before + "😀".repeat(200), 3).get(0).text()).endsWith("😀 …");
		}
	}

	private static boolean isWellFormed(String text) {
		return text.codePoints().noneMatch((letter) -> letter >= 0xD800 && letter <= 0xDFFF);
	}

	@Test
	void showsTheBeginningWhereItFindsNothing() {
		assertThat(Marking.of(null).best("Short.\n\nMore.", 3))
			.containsExactly(new Passage(List.of(new Piece("Short.", false))));
		assertThat(marking("nato").best("word ".repeat(100), 3).get(0).text()).endsWith("word …").hasSizeLessThan(230);
	}

	@Test
	void findsWhatStandsFarDown() {
		assertThat(marking("nato").best("Some words. ".repeat(20_000) + "The nato.", 3)).extracting(MarkingTests::show)
			.containsExactly("The [nato].");
	}

	private static Marking marking(String typed) {
		return Marking.of(QueryParser.parse(typed, TextAnalysis::hasWord).root());
	}

	private static String show(Passage passage) {
		return String.join("",
				passage.pieces()
					.stream()
					.map((piece) -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
					.toList());
	}

}
