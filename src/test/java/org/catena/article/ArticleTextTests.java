package org.catena.article;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleTextTests {

	private static final String DOVE = "\ud83d\udd4a";

	@Test
	void composesCharacters() {
		assertThat(text("Zoe\u0308 na\u0131\u0308ve")).isEqualTo("Zo\u00eb na\u0131\u0308ve");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\n" })
	void endsLinesWithLineFeeds(String lineEnd) {
		assertThat(text("one" + lineEnd + "two" + lineEnd + lineEnd + "three")).isEqualTo("one\ntwo\n\nthree");
	}

	@Test
	void partsParagraphsByOneBlankLine() {
		assertThat(text("one\n\n\n\ntwo\n \t\u00a0\nthree\n\n")).isEqualTo("one\n\ntwo\n\nthree");
	}

	@Test
	void keepsLinesWithinAParagraph() {
		assertThat(text("one\n  two\tthree")).isEqualTo("one\n  two\tthree");
	}

	@Test
	void leavesOutWhatIsNoText() {
		assertThat(text("\ufeffa\u0000b\u0007c\u007fd\u009fe\ufffef\uffffg\ufeffh")).isEqualTo("abcdefgh");
	}

	@Test
	void leavesOutUnpairedSurrogatesAndKeepsPairs() {
		assertThat(text("a\ud83db\udd4ac" + DOVE + "d\ud83d")).isEqualTo("abc" + DOVE + "d");
	}

	@Test
	void makesNoPairOfSurrogatesThatStoodApart() {
		assertThat(text("a\ud83d\u0000\udd4ab")).isEqualTo("ab");
	}

	@Test
	void composesWhatTheLeftOutCharacterParted() {
		assertThat(text("e\u0000\u0301")).isEqualTo("\u00e9");
	}

	@Test
	void trimsWhiteSpaceAtTheEndsOfParagraphs() {
		assertThat(text("\u00a0 one\u00a0two \u00a0\n\n \u00a0three\t")).isEqualTo("one\u00a0two\n\nthree");
	}

	@Test
	void keepsCurlyQuotesDashesAndJoiners() {
		String text = "“Capitulation” – said ‘they’ – of \ud83d\udc68\u200d\ud83d\udc69, \u202eright to left\u202c";
		assertThat(text(text)).isEqualTo(text);
	}

	@Test
	void keepsSubheads() {
		assertThat(text("one\n\n## What Russia needs  \n\ntwo")).isEqualTo("one\n\n## What Russia needs\n\ntwo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\n", "\u00a0", "\u0000", "\ufeff\r\n\r\n", "\ud800" })
	void isEmptyWhereNothingIsToRead(String text) {
		assertThat(new ArticleText(text).isEmpty()).isTrue();
		assertThat(new ArticleText(text).codePoints()).isZero();
		assertThat(new ArticleText(text + "x").isEmpty()).isFalse();
	}

	@Test
	void countsCodePoints() {
		assertThat(new ArticleText("a" + DOVE + "\u0131\u0308").codePoints()).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			one two                               | 2
			one-third of Ukraine’s army           | 4
			don't can’t                           | 2
			a – b -- c                            | 3
			600,000                               | 2
			“Peace”                               | 1
			🕊 🕊                                 | 0
			Мир 平和 سلام                          | 3
			## What Russia needs                  | 3
			-a'                                   | 1
			""")
	void countsWords(String text, int words) {
		assertThat(new ArticleText(text).words()).isEqualTo(words);
	}

	@Test
	void countsAWordWithACombiningAccentOnce() {
		assertThat(new ArticleText("x\u0301y na\u0131\u0308ve").words()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-a", "’a", " ", "\u00a0", "\t", "\n ", " \n", "a\n\n", "\u0301", "\ud83d\udd4a", "\r",
			"\u0000", "\ud800" })
	void bearsAnyCharacterManyTimes(String piece) {
		String text = "x" + piece.repeat(300_000) + "b";
		ArticleText taken = new ArticleText(text);
		assertThat(taken.value()).startsWith("x").endsWith("b");
		assertThat(taken.words()).isPositive();
	}

	@Test
	void changesNothingTheSecondTime() {
		Random random = new Random(20251209);
		String[] pieces = { "a", "e", " ", "\n", "\r", "\r\n", "\t", "\u00a0", "\u0301", "\u0323", "\u0000", "\ufeff",
				"\ud83d", "\udd4a", DOVE, "\u2028", "\u0085", "\u1100", "\u1161", "\u212b", "\ufb01", "## " };
		for (int i = 0; i < 5_000; i++) {
			StringBuilder raw = new StringBuilder();
			for (int j = random.nextInt(20); j >= 0; j--) {
				raw.append(pieces[random.nextInt(pieces.length)]);
			}
			ArticleText once = new ArticleText(raw.toString());
			assertThat(new ArticleText(once.value())).isEqualTo(once);
			assertThat(ArticleText.normalise(once.value())).isEqualTo(once.value());
			assertThat(once.value()).doesNotContain("\n\n\n").doesNotContainPattern("^\\s|\\s$");
		}
	}

	private static String text(String raw) {
		return new ArticleText(raw).value();
	}

}
