package org.catena.article;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SlugTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "1", "baev-2025-12-09", "28-point-plan", "x1-y2" })
	void isWordsJoinedByHyphens(String slug) {
		assertThat(Slug.isSlug(slug)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "a/b", "a.b", "é", "a\n", "\na", "а", "١",
			"../etc", "a%2f", "<b>" })
	void isNothingElse(String text) {
		assertThat(Slug.isSlug(text)).isFalse();
	}

	@Test
	void hasALength() {
		assertThat(Slug.isSlug("a".repeat(Slug.LONGEST))).isTrue();
		assertThat(Slug.isSlug("a".repeat(Slug.LONGEST + 1))).isFalse();
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThat(Slug.isSlug("a-".repeat(1_000_000) + "a")).isFalse());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The Rising Nepal            | the-rising-nepal
			Zoë Pomeroy                 | zoe-pomeroy
			Recep Tayyip Erdoğan        | recep-tayyip-erdogan
			Europe’s role isn't small   | europes-role-isnt-small
			  --What?!  Now...          | what-now
			ＦＵＬＬ ﬁle ²               | full-file-2
			🕊 dove 🕊                  | dove
			<script>alert(1)</script>   | script-alert-1-script
			""")
	void isMadeOfTheLettersOfAName(String name, String slug) {
		assertThat(Slug.of(name, "article", Set.of()::contains)).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "🕊", "Мир", "—", " " })
	void fallsBackWhereANameHasNoLetterOfAscii(String name) {
		assertThat(Slug.of(name, "article", Set.of()::contains)).isEqualTo("article");
		assertThat(Slug.of(name, "article", Set.of("article")::contains)).isEqualTo("article-2");
	}

	@Test
	void takesTheNextFreeNumber() {
		assertThat(Slug.of("Ash", "article", Set.of("ash", "ash-2", "ash-4")::contains)).isEqualTo("ash-3");
	}

	@Test
	void cutsLongNamesBetweenWords() {
		String slug = Slug.of("What is really on the table in the peace negotiations between Russia and Ukraine",
				"article", Set.of()::contains);
		assertThat(slug).isEqualTo("what-is-really-on-the-table-in-the-peace-negotiations");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "ab ", "a-very-long-word-and-then-", "x y" })
	void isAlwaysASlug(String piece) {
		for (int length = 50; length < 75; length++) {
			String slug = Slug.of(piece.repeat(80).substring(0, length), "article", Set.of()::contains);
			assertThat(Slug.isSlug(slug)).as(slug).isTrue();
		}
		assertThat(Slug.of("short " + "x".repeat(100), "article", Set.of()::contains)).satisfies((slug) -> {
			assertThat(Slug.isSlug(slug)).isTrue();
			assertThat(slug).startsWith("short-xxx");
		});
	}

}
