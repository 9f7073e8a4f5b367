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
	@CsvSource(delimiter = '|', value = { "title:nato | have “nato” in the title",
			"title:(a OR b) -body:c | have “a” or “b” in the title and do not have “c” in the text",
			"nato in:claim | have “nato” in a claim", "\"a b\"~3 | contain the words “a b” at most 3 words apart",
			"a NEAR/5 \"b c\" | contain “a” with at most 5 words between it and the phrase “b c”",
			"a NEAR b | contain “a” with at most 10 words between it and “b”",
			"wil?card | contain a word like “wil?card”",
			"fuzzy~ | contain a word that differs from “fuzzy” in at most 1 letter",
			"point:7 stance:opposes | have a claim that opposes point 7",
			"nato point:7 stance:opposes | contain “nato” and have a claim that opposes point 7",
			"point:7 -stance:opposes | have a claim that is on point 7 and does not oppose",
			"-(point:7 stance:opposes) nato | contain “nato” and have no claim that opposes point 7",
			"-stance:opposes nato | contain “nato” and have no claim that opposes",
			"(point:7 kind:x) (stance:opposes point:8) | have a claim that is on point 7 and is x and have a claim that opposes point 8",
			"source:prio OR author:ash | are from prio or are by ash",
			"year:2025-11 | may have appeared between 2025-11-01 and 2025-11-30",
			"a b c d e f g | contain at least one of the 6 words “b”, “c”, “d”, “e”, “f” or “g”",
			"What did Lavrov say to Witkoff about this plan? | contain at least one of the 4 words “Lavrov”, “say”, “Witkoff” or “plan”" })
	void saysFields(String typed, String inWords) {
		ParsedQuery query = QueryParser.parse(typed, TextAnalysis::hasWord,
				(facet, value) -> List.of(new QueryNode.Known(value, value)));
		assertThat(QueryInWords.say(Scope.ARTICLES, query.root())).isEqualTo("articles that " + inWords);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nato army", "\"a b\"~3", "nato -army", "(a OR b) c", "title:nato", "wil?card", "witk*",
					"fuzzy~1", "nato point:7 stance:opposes", "a NEAR/5 \"b c\"", "-(point:7 stance:opposes) nato",
					"title:(a OR b)", "nato date:2025-11", "claim:(a)", "source:\"Kyiv Post\"", "the nato army" })
	void writesWhatItReads(String typed) {
		QueryParser.Values values = (facet, value) -> List.of(new QueryNode.Known(value, value));
		QueryNode root = QueryParser.parse(typed, TextAnalysis::hasWord, values).root();
		assertThat(root).isNotNull();
		QueryNode again = QueryParser.parse(QueryText.write(root), TextAnalysis::hasWord, values).root();
		assertThat(QueryInWords.say(Scope.ARTICLES, again)).isEqualTo(QueryInWords.say(Scope.ARTICLES, root));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nowhere:7 | is no field", "stance:angry | knows no stance “angry”", "year:99 | is no date",
					"in:space nato | was left out", "a NEAR/999 b | At most 100", "NEAR b | NEAR stands between",
					"a NEAR | NEAR stands between", "title:nato NEAR b | NEAR stands between",
					"q?x | needs at least 2 letters", "kyiv~9 | longer word", "in:claim | no words beside it" })
	void saysWhatItReadOtherwise(String typed, String note) {
		assertThat(parse(typed).notes()).as(typed).anyMatch((said) -> said.contains(note));
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
