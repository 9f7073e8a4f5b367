package org.catena.intake;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningRuleTests {

	private static final String PARAGRAPH = "The talks went on for a third day, and nobody who left the building would "
			+ "say whether the points that divide the two sides had become fewer or more.";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			page-navigation     | bottom of page
			page-navigation     | Skip to main content
			error-banner        | An error has occurred. This application may no longer respond until reloaded.
			error-banner        | Please enable JavaScript to continue using this page
			share-bar           | Share on Facebook
			share-bar           | Facebook | Twitter | E-mail
			share-bar           | LinkedIn
			advertisement       | ADVERTISEMENT
			advertisement       | Sign up for our weekly newsletter
			photo-credit        | Ruins in the east. Photo: Jane Roe / Example Images
			photo-credit        | Soldiers on a road (AP Photo)
			other-article-title | Read also: Who pays for the peace
			platform-byline     | • 3 min read
			platform-byline     | 12 minutes ago
			image-alt-text      | ree
			reprint-note        | Reprinted from the author’s blog.
			reprint-note        | The views expressed are those of the author.
			""")
	void takesOut(String rule, String line) {
		assertThat(removedAmongParagraphs(line)).containsExactly(rule);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Next, the envoys flew to Moscow.
					Share the burden
					An error has occurred in the thinking of both governments: each takes the other’s patience for weakness, and neither has asked how long it will last, which is the one question that matters; a banner would be shorter, and this sentence is as long as it is so that no rule takes it for one, whatever it begins with, here or elsewhere
					The photo that went around the world showed two men and a map.
					Print
					Link
					Minutes ago, the fighting had stopped.
					The source of the trouble:
					A subhead
					""")
	void leaves(String line) {
		assertThat(removedAmongParagraphs(line)).isEmpty();
	}

	@Test
	void takesOutALineThatIsThereTwiceButNoParagraph() {
		assertThat(removed(PARAGRAPH, "A caption", "A caption", PARAGRAPH, PARAGRAPH)).containsExactly("repeated-line");
	}

	@Test
	void takesOutHeadingsOfListsThatAreEmptyAtTheEnd() {
		assertThat(removed(PARAGRAPH, "Sources:", PARAGRAPH, "Written sources:", "Comments"))
			.containsExactly("empty-lists", "empty-lists");
	}

	@Test
	void takesOutAListOfSourcesThatNamesNone() {
		assertThat(removed(PARAGRAPH, "Related Sources:", "• Source 1 • Source 2")).containsExactly("source-list",
				"source-list");
	}

	@Test
	void leavesAListOfSourcesWithNames() {
		assertThat(removed(PARAGRAPH, "Sources:", "Example Weekly, 3 May", PARAGRAPH)).isEmpty();
	}

	@Test
	void takesTheHousesAccountOutWithItsRepetition() {
		assertThat(removed("• Writer: Example Review", "Example Review", PARAGRAPH)).containsExactly("platform-byline",
				"platform-byline");
	}

	@Test
	void takesAnotherHeadlineOutOfPlainText() {
		assertThat(removed(PARAGRAPH, "To end or to go on: who will stop it?", PARAGRAPH))
			.containsExactly("other-article-title");
	}

	@Test
	void everyRuleHasAReason() {
		assertThat(CleaningRule.values()).allSatisfy((rule) -> assertThat(rule.why()).isNotBlank());
	}

	private static List<String> removedAmongParagraphs(String line) {
		return removed(PARAGRAPH, line, PARAGRAPH.replace("third", "fourth"));
	}

	private static List<String> removed(String... lines) {
		Sheet sheet = new Sheet(true);
		Arrays.stream(lines).forEach((line) -> sheet.add(line.strip(), false));
		List.of(CleaningRule.values()).forEach((rule) -> rule.apply(sheet));
		return sheet.lines()
			.stream()
			.filter((line) -> line.removal() != null)
			.map((line) -> line.removal().rule())
			.toList();
	}

}
