package org.catena.article;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.catena.article.TextDiff.Change;
import org.catena.article.TextDiff.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What changed from one text to another: +inserted+, -deleted-. */
class TextDiffTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The plan is bad.       | The plan is bad.           | The plan is bad.
			The plan is bad.       | The plan is very bad.      | The plan is+ very+ bad.
			The plan is very bad.  | The plan is bad.           | The plan is- very- bad.
			A cap of 600,000 men.  | A cap of 800,000 men.      | A cap of -600,000-+800,000+ men.
			We think it is so bad. | We hope that it is so bad. | We- think-+ hope that+ it is so bad.
			The old grey plan is.  | The new blue plan is.      | The -old grey-+new blue+ plan is.
			Peace 🕊 for x́ now.     | Peace 🕊 for ý now.          | Peace 🕊 for -x́-+ý+ now.
			""")
	void marksWords(String from, String to, String expected) {
		assertThat(TextDiff.passages(from, to)).map(TextDiffTests::written).containsExactly(expected);
	}

	@Test
	void marksWholeParagraphs() {
		assertThat(written("One is first.\n\nThree is third.",
				"One is first.\n\nTwo is second, and new.\n\nThree is third."))
			.containsExactly("One is first.", "+Two is second, and new.+", "Three is third.");
		assertThat(written("One is first.\n\nTwo goes away.\n\nThree is third.", "One is first.\n\nThree is third."))
			.containsExactly("One is first.", "-Two goes away.-", "Three is third.");
	}

	@Test
	void keepsParagraphsApartThatHaveLittleInCommon() {
		assertThat(written("The moon rises over the sea.", "Nobody asked for an army of clerks."))
			.containsExactly("-The moon rises over the sea.-", "+Nobody asked for an army of clerks.+");
	}

	@Test
	void findsTheParagraphThatChangedAmongNewOnes() {
		assertThat(written("The plan is bad for Kyiv.",
				"Something else entirely stands here.\n\nThe plan is good for Kyiv."))
			.containsExactly("+Something else entirely stands here.+", "The plan is -bad-+good+ for Kyiv.");
	}

	@Test
	void knowsSubheads() {
		List<Passage> passages = TextDiff.passages("## The first head\n\nText.", "## The second head\n\nText.");
		assertThat(passages).extracting(Passage::subhead).containsExactly(true, false);
		assertThat(passages).map(TextDiffTests::written).containsExactly("The -first-+second+ head", "Text.");
		assertThat(written("## A head of it", "A head of it")).containsExactly("-A head of it-", "+A head of it+");
	}

	@Test
	void losesNoWordOfEither() {
		String from = "A b c d.\n\ne f g\nh i.\n\n## Head\n\nx y z";
		String to = "a b c, d.\n\nnew paragraph altogether.\n\ne f\nh i j.\n\nHead\n\nx z z y";
		List<Passage> passages = TextDiff.passages(from, to);
		assertThat(text(passages, Change.INSERTED)).isEqualTo(from.replace("## ", "").replace("\n\n", ""));
		assertThat(text(passages, Change.DELETED)).isEqualTo(to.replace("\n\n", ""));
	}

	@Test
	void comparesTextsOfAnyLength() {
		String from = IntStream.range(0, 2 * TextDiff.MOST)
			.mapToObj((i) -> "from " + i)
			.collect(Collectors.joining("\n\n"));
		String to = IntStream.range(0, 3 * TextDiff.MOST)
			.mapToObj((i) -> "to " + i)
			.collect(Collectors.joining("\n\n"));
		assertThat(text(TextDiff.passages(from, to), Change.INSERTED)).isEqualTo(from.replace("\n\n", ""));
		String words = "word ".repeat(2 * TextDiff.MOST);
		assertThat(written(words + "a", words + "b")).hasSize(2);
	}

	@Test
	void endsWithTextsThatHaveNothingInCommon() {
		Random random = new Random(7);
		String from = paragraphs(300, random);
		String to = paragraphs(301, random);
		List<Passage> passages = TextDiff.passages(from, to);
		assertThat(text(passages, Change.INSERTED)).isEqualTo(from.replace("\n\n", ""));
		assertThat(text(passages, Change.DELETED)).isEqualTo(to.replace("\n\n", ""));
	}

	/** Paragraphs of short words that are shuffled, so that comparing them is work. */
	private static String paragraphs(int count, Random random) {
		return IntStream.range(0, count)
			.mapToObj((i) -> random.ints(450, 0, 1_000).mapToObj(String::valueOf).collect(Collectors.joining(" ")))
			.collect(Collectors.joining("\n\n"));
	}

	private static String text(List<Passage> passages, Change without) {
		return passages.stream()
			.flatMap((passage) -> passage.pieces().stream())
			.filter((piece) -> piece.change() != without)
			.map(TextDiff.Piece::words)
			.collect(Collectors.joining());
	}

	private static List<String> written(String from, String to) {
		return TextDiff.passages(from, to).stream().map(TextDiffTests::written).toList();
	}

	private static String written(Passage passage) {
		return passage.pieces().stream().map((piece) -> switch (piece.change()) {
			case SAME -> piece.words();
			case INSERTED -> "+" + piece.words() + "+";
			case DELETED -> "-" + piece.words() + "-";
		}).collect(Collectors.joining());
	}

}
