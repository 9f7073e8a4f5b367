package org.catena.annotation;

import java.util.Random;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnchoringTests {

	private static final String DOVE = "\ud83d\udd4a";

	private static final String TEXT = "“Peace” is near. " + DOVE
			+ " The plan, said Erdo\u011fan, is na\u0131\u0308ve.\n\n"
			+ "The plan is dead; the\u00a0plan lives – “Peace” is not.";

	/** In code points. */
	private static final int LENGTH = TEXT.length() - 1;

	@Test
	void findsAQuoteAtTheBeginning() {
		assertThat(anchor("“Peace” is near", TEXT)).isEqualTo(at(0, 15));
	}

	@Test
	void findsAQuoteAtTheEnd() {
		assertThat(anchor("“Peace” is not.", TEXT)).isEqualTo(at(LENGTH - 15, LENGTH));
		assertThat(anchor("“Peace” is not.!", TEXT)).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void findsTheWholeText() {
		assertThat(anchor("x\u0301" + DOVE, "x\u0301" + DOVE)).isEqualTo(at(0, 3));
	}

	@Test
	void countsAnEmojiBeforeTheQuoteOnce() {
		assertThat(anchor("dove", DOVE + DOVE + " dove")).isEqualTo(at(3, 7));
	}

	@Test
	void countsAnEmojiInsideTheQuoteOnce() {
		assertThat(anchor("a " + DOVE + " flies", "See: a " + DOVE + " flies.")).isEqualTo(at(5, 14));
		assertThat(anchor(DOVE, "x" + DOVE + "y")).isEqualTo(at(1, 2));
	}

	@Test
	void countsEachCodePointOfAFamily() {
		String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
		assertThat(anchor(family, "A " + family + "!")).isEqualTo(at(2, 7));
	}

	@Test
	void countsACombiningAccentThatHasNoComposition() {
		assertThat(anchor("ve plan", "na\u0131\u0308ve plan")).isEqualTo(at(4, 11));
	}

	@Test
	void findsAQuoteTypedWithCombiningAccents() {
		assertThat(anchor("Zoe\u0308 Pomeroy", "By Zo\u00eb Pomeroy")).isEqualTo(at(3, 14));
	}

	@Test
	void findsAQuoteWithOtherLineEnds() {
		assertThat(anchor("one\r\n\r\ntwo", "one\n\ntwo")).isEqualTo(at(0, 8));
	}

	@Test
	void tellsCurlyQuotesFromStraightOnes() {
		assertThat(anchor("\"Peace\" is near", TEXT)).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void tellsANoBreakSpaceFromASpace() {
		assertThat(anchor("the plan lives", TEXT)).isEqualTo(new Anchored.NotFound(false));
		assertThat(anchor("the\u00a0plan lives", TEXT)).isInstanceOf(Anchored.At.class);
	}

	@Test
	void tellsUpperCaseFromLowerCase() {
		assertThat(anchor("PEACE", TEXT)).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void saysHowManyPlacesAQuoteHas() {
		assertThat(anchor("“Peace” is", TEXT)).isEqualTo(new Anchored.Ambiguous(2));
	}

	@Test
	void countsPlacesThatOverlap() {
		assertThat(anchor("anana", "bananana")).isEqualTo(new Anchored.Ambiguous(2));
		assertThat(anchor("aa", "aaaa")).isEqualTo(new Anchored.Ambiguous(3));
	}

	@Test
	void countsUpToALimit() {
		assertThat(anchor("a", "a".repeat(1_000_000))).isEqualTo(new Anchored.Ambiguous(Anchoring.MOST_PLACES));
	}

	@Test
	void choosesThePlaceByThePrefix() {
		assertThat(anchor("“Peace” is", "lives – ", null, TEXT)).isEqualTo(at(LENGTH - 15, LENGTH - 5));
	}

	@Test
	void choosesThePlaceByTheSuffix() {
		assertThat(anchor("“Peace” is", null, " near", TEXT)).isEqualTo(at(0, 10));
	}

	@Test
	void needsBothWherePrefixAndSuffixAreGiven() {
		String text = "xay xab yab";
		assertThat(anchor("a", "x", null, text)).isEqualTo(new Anchored.Ambiguous(2));
		assertThat(anchor("a", null, "b", text)).isEqualTo(new Anchored.Ambiguous(2));
		assertThat(anchor("a", "x", "b", text)).isEqualTo(at(5, 6));
	}

	@Test
	void saysThatTheWordsOccurWhereOnlyTheContextIsWrong() {
		assertThat(anchor("is near", "War ", null, TEXT)).isEqualTo(new Anchored.NotFound(true));
		assertThat(anchor("is near", null, " War", TEXT)).isEqualTo(new Anchored.NotFound(true));
		assertThat(anchor("is far", "“Peace” ", null, TEXT)).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void findsNoPrefixBeforeTheTextAndNoSuffixBehindIt() {
		assertThat(anchor("one", "zero ", null, "one two")).isEqualTo(new Anchored.NotFound(true));
		assertThat(anchor("two", null, " three", "one two")).isEqualTo(new Anchored.NotFound(true));
	}

	@Test
	void takesAnEmptyContextForNone() {
		assertThat(anchor("one", "", "", "one two")).isEqualTo(at(0, 3));
	}

	@Test
	void findsNoQuoteWithoutWords() {
		assertThat(anchor("", TEXT)).isEqualTo(new Anchored.NotFound(false));
		assertThat(anchor("\u0000", TEXT)).isEqualTo(new Anchored.NotFound(false));
		assertThat(anchor("", "")).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void findsNoQuoteThatIsTooLong() {
		String longest = "x".repeat(TextQuote.LONGEST);
		assertThat(anchor(longest, longest)).isEqualTo(at(0, TextQuote.LONGEST));
		assertThat(anchor(longest + "x", longest + "x")).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void findsNothingInAnEmptyText() {
		assertThat(anchor("Peace", "")).isEqualTo(new Anchored.NotFound(false));
	}

	@Test
	void quotesWithContextOnBothSides() {
		String text = "0123456789".repeat(10);
		TextQuote quote = Anchoring.quote(new TextSpan(50, 53), text);
		assertThat(quote.exact()).isEqualTo("012");
		assertThat(quote.prefix()).isEqualTo(text.substring(50 - Anchoring.CONTEXT, 50));
		assertThat(quote.suffix()).isEqualTo(text.substring(53, 53 + Anchoring.CONTEXT));
	}

	@Test
	void quotesWithLessContextAtTheEnds() {
		assertThat(Anchoring.quote(new TextSpan(0, 1), DOVE)).isEqualTo(new TextQuote(DOVE, "", ""));
		assertThat(Anchoring.quote(new TextSpan(1, 2), "a" + DOVE + "b")).isEqualTo(new TextQuote(DOVE, "a", "b"));
	}

	@Test
	void leavesATextThatRepeatsItselfToAnEditor() {
		String text = "a".repeat(200);
		assertThat(Anchoring.anchor(Anchoring.quote(new TextSpan(100, 101), text), text))
			.isInstanceOf(Anchored.Ambiguous.class);
	}

	@Test
	void findsAgainWhatItQuotes() {
		Random random = new Random(28);
		int[] characters = { 'a', 'b', 'c', ' ', ' ', '\n', 0xA0, '“', '”', '’', '–', 'é', 0x301, 0x308, 0x323, 0x131,
				0x1F54A, 0x1F1FA, 0x1F1E6, 0x200D, 0x1D54F, 0x20BB7, 0x10FFFD, 0x5E73, 0x0633, 0x202E, 0x1100, 0x1161 };
		int found = 0;
		for (int i = 0; i < 300; i++) {
			int[] codePoints = random.ints(1 + random.nextInt(400), 0, characters.length)
				.map((index) -> characters[index])
				.toArray();
			String text = new ArticleText(new String(codePoints, 0, codePoints.length)).value();
			int length = text.codePointCount(0, text.length());
			for (int j = 0; length > 0 && j < 20; j++) {
				int start = (j == 0) ? 0 : random.nextInt(length);
				int end = (j == 1) ? length : start + 1 + random.nextInt(length - start);
				TextSpan span = new TextSpan(start, end);
				TextQuote quote = Anchoring.quote(span, text);
				assertThat(quote.exact()).isEqualTo(span.in(text));
				assertThat(Anchoring.anchor(quote, text)).as("%s of %s", span, text).isEqualTo(new Anchored.At(span));
				found++;
			}
		}
		assertThat(found).isGreaterThan(5_000);
	}

	private static Anchored anchor(String exact, String text) {
		return anchor(exact, null, null, text);
	}

	private static Anchored anchor(String exact, @Nullable String prefix, @Nullable String suffix, String text) {
		return Anchoring.anchor(new TextQuote(exact, prefix, suffix), text);
	}

	private static Anchored at(int start, int end) {
		return new Anchored.At(new TextSpan(start, end));
	}

}
