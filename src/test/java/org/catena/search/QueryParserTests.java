package org.catena.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryParserTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			value = { "nato ~ contain “nato”", "nato army ~ contain “nato” and “army”",
					"nato AND army ~ contain “nato” and “army”", "nato +army ~ contain “nato” and “army”",
					"nato OR army ~ contain “nato” or “army”", "nato | army ~ contain “nato” or “army”",
					"nato|army ~ contain “nato” or “army”", "a b OR c ~ contain (“a” and “b”) or “c”",
					"a (b OR c) ~ contain “a” and (“b” or “c”)", "(a b) c ~ contain “a”, “b” and “c”",
					"nato -membership ~ contain “nato” and do not contain “membership”",
					"nato NOT membership ~ contain “nato” and do not contain “membership”",
					"nato -(a OR b) -c ~ contain “nato” and do not contain (“a” or “b”) or “c”",
					"--nato ~ contain “nato”", "a OR -b ~ contain “a” or not “b”", "28-point ~ contain “28-point”",
					"witk* ~ contain a word that begins with “witk”",
					"28-poi* ~ contain “28-” and a word that begins with “poi”",
					"`\"security guarantees\"` ~ contain the phrase “security guarantees”",
					"`“security guarantees”` ~ contain the phrase “security guarantees”",
					"`a\"b c\"d` ~ contain “a”, the phrase “b c” and “d”", "😀 ~ contain “😀”",
					"😀 nato ~ contain “😀” and “nato”" })
	void says(String typed, String inWords) {
		ParsedQuery query = parse(typed);
		assertThat(QueryInWords.say(Scope.ARTICLES, query.root())).isEqualTo("articles that " + inWords);
		assertThat(query.notes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = {
			"`\"unclosed words` ~ contain the phrase “unclosed words” ~ quotation mark was not closed",
			"a OR ~ contain “a” ~ OR with nothing on one of its sides",
			"OR a ~ contain “a” ~ OR with nothing on one of its sides",
			"a OR OR b ~ contain “a” or “b” ~ OR with nothing on one of its sides",
			"(a b ~ contain “a” and “b” ~ bracket was not closed",
			"a) b ~ contain “a” and “b” ~ closing bracket without its opening one",
			"nato - army ~ contain “nato” and “army” ~ “-” has no word in it",
			"a NOT ~ contain “a” ~ NOT with nothing after it", "nato !!! ~ contain “nato” ~ “!!!” has no word in it",
			"`a \"\"` ~ contain “a” ~ empty pair of quotation marks", "a w* ~ contain “a” ~ needs at least 2 letters",
			"nato or army ~ contain “nato” and “army” ~ Common words need not be there: “or”.",
			"the nato ~ contain “nato” ~ Common words need not be there: “the”.",
			"`\"witk* plan\"` ~ contain the phrase “witk* plan” ~ between quotation marks",
			"-nato ~ do not contain “nato” ~ only says what is not wanted",
			"-nato -army ~ do not contain “nato” or “army” ~ only says what is not wanted" })
	void saysWhatItLeftOut(String typed, String inWords, String note) {
		ParsedQuery query = parse(typed);
		assertThat(QueryInWords.say(Scope.ARTICLES, query.root())).isEqualTo("articles that " + inWords);
		assertThat(query.notes()).singleElement().asString().contains(note);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(((", ")))", "()", "*", "**", "OR", "AND", "NOT", "-", "- -", "--", "\"", "\"\"",
			"\"\"\"", "|", "(OR)", "!!!", "-()", "(-)" })
	void findsNothingToSearchFor(String typed) {
		ParsedQuery query = parse(typed);
		assertThat(query.root()).isNull();
		assertThat(query.blank()).isFalse();
		assertThat(query.notes()).isNotEmpty().last().asString().contains("needs a word");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n", "\u00A0" })
	void takesNothingForEverything(String typed) {
		assertThat(QueryParser.parse(typed, TextAnalysis::hasWord).notes())
			.allSatisfy((note) -> assertThat(note).isNotEmpty());
		assertThat(QueryInWords.say(Scope.CLAIMS, parse(typed).root())).isEqualTo("all claims");
	}

	@Test
	void refusesWhatIsTooLong() {
		ParsedQuery query = parse("x".repeat(10_000));
		assertThat(query.root()).isNull();
		assertThat(query.notes()).containsExactly(
				"The query has 10,000 characters, and at most 2,000 can be searched for. Please shorten it.");
	}

	@Test
	void takesAsManyTermsAsItMay() {
		ParsedQuery query = parse("+nato ".repeat(60));
		assertThat(query.root()).isInstanceOfSatisfying(QueryNode.All.class,
				(all) -> assertThat(all.of()).hasSize(QueryParser.MOST_TERMS));
		assertThat(query.notes()).singleElement().asString().contains("At most 50");
		ParsedQuery words = parse("nato ".repeat(120));
		assertThat(words.root()).isInstanceOfSatisfying(QueryNode.Words.class,
				(some) -> assertThat(some.wanted()).hasSize(QueryParser.MOST_WORDS));
		assertThat(words.notes()).singleElement().asString().contains("At most 100");
	}

	@Test
	void goesAsDeepAsItMay() {
		assertThat(parse("a " + "(".repeat(900) + "b").notes()).anyMatch((note) -> note.contains("inside each other"));
		assertThat(parse("a " + "-".repeat(900) + "b").notes()).anyMatch((note) -> note.contains("inside each other"));
	}

	@Test
	void neverThrows() {
		List<String> pieces = List.of("a", "\"", "(", ")", "-", "+", "|", " ", "OR", "AND", "NOT", "*", "~", "\\", "/",
				"[", "]", "{", "}", ":", "^", "?", "😀", "é", "<b>", "\u0301", "&&", "||", "!");
		java.util.Random random = new java.util.Random(7);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder typed = new StringBuilder();
			for (int length = random.nextInt(12); length >= 0; length--) {
				typed.append(pieces.get(random.nextInt(pieces.size())));
			}
			ParsedQuery query = parse(typed.toString());
			assertThat(QueryInWords.say(Scope.ARTICLES, query.root())).as(typed.toString()).isNotEmpty();
			assertThat(query.root() != null || query.blank() || !query.notes().isEmpty()).as(typed.toString()).isTrue();
		}
	}

	private static ParsedQuery parse(String typed) {
		return QueryParser.parse(typed, TextAnalysis::hasWord);
	}

}
