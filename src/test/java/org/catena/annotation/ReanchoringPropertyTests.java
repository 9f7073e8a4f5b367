package org.catena.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.catena.annotation.RandomEdits.Kind;
import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of random edits, each made again from its seed: no claim may end on other
 * words than its own without being reported.
 */
class ReanchoringPropertyTests {

	/** Few words, so that passages are like each other and repeat themselves. */
	private static final String[] WORDS = { "the", "plan", "Kyiv", "never", "a", "cap", "on", "of", "army", "signs",
			"envoys", "that", "Zoë", "said", "600,000", "soldiers", "is", "too", "few", "𝔭eace", "🕊", "q̣uietly",
			"frozen", "assets", "“security”", "guarantees", "elections", "within", "100", "days", "not", "amnesty" };

	@ParameterizedTest
	@EnumSource(Kind.class)
	void keepsTheWordsUnderAClaimAfterEditsOfOneKind(Kind kind) {
		for (int seed = 0; seed < 40; seed++) {
			check(new Case(seed, text(seed), List.of(kind, kind)));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 10, 40 })
	void keepsTheWordsUnderAClaimAfterManyEdits(int edits) {
		for (int seed = 0; seed < 80; seed++) {
			Random random = new Random(seed);
			List<Kind> kinds = new ArrayList<>();
			for (int i = 0; i < edits; i++) {
				kinds.add(Kind.values()[random.nextInt(Kind.values().length)]);
			}
			check(new Case(10_000 + seed, text(seed), kinds));
		}
	}

	private static void check(Case edited) {
		RandomEdits edits = new RandomEdits(edited.text(), edited.seed());
		edited.kinds().forEach(edits::edit);
		String to = edits.text();
		Reanchoring reanchoring = new Reanchoring(edited.text(), to);
		for (TextSpan claim : claims(edited)) {
			String exact = claim.in(edited.text());
			Reanchored found = reanchoring.follow(claim, exact, AnchoringState.EXACT);
			String as = edited.kinds() + ", seed " + edited.seed() + ": “" + exact + "” became " + found;
			TextSpan place = found.place();
			assertThat(place == null).as(as).isEqualTo(found.state() == AnchoringState.ORPHAN);
			if (place == null) {
				assertThat(found.obstacle()).as(as).isNotNull();
				continue;
			}
			assertThat(place.end()).as(as).isLessThanOrEqualTo(to.codePointCount(0, to.length()));
			String words = place.in(to);
			assertThat(words.equals(exact)).as(as).isEqualTo(found.state() != AnchoringState.FUZZY);
			assertThat(agrees(edited.text(), claim, to, place)).as("surroundings: " + as).isTrue();
			if (found.state() == AnchoringState.FUZZY) {
				assertThat(found.likeness()).as(as).isBetween(Reanchoring.LEAST_LIKENESS, 1.0);
			}
			// The same words between the same neighbours cannot be told from each other.
			// Changed words must be the claim's own, as long as these are in the text.
			if (found.state() == AnchoringState.FUZZY && edits.surviving(claim) > claim.length() / 2) {
				assertThat(edits.from(place, claim)).as("its own words: " + as).isGreaterThan(place.length() / 2);
			}
		}
	}

	private static boolean agrees(String from, TextSpan claim, String to, TextSpan place) {
		int[] old = from.codePoints().toArray();
		int[] text = to.codePoints().toArray();
		int context = Anchoring.CONTEXT;
		double before = Likeness.of(slice(old, claim.start() - context, claim.start()),
				slice(text, place.start() - context, place.start()));
		double after = Likeness.of(slice(old, claim.end(), claim.end() + context),
				slice(text, place.end(), place.end() + context));
		return Math.max(before, after) >= Reanchoring.LEAST_CONTEXT;
	}

	private static int[] slice(int[] text, int from, int to) {
		return java.util.Arrays.copyOfRange(text, Math.max(0, from), Math.min(text.length, to));
	}

	/** Six paragraphs of sentences, some of which stand twice. */
	private static String text(int seed) {
		Random random = new Random(seed);
		List<String> sentences = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 30; i++) {
			String sentence;
			if (i > 5 && random.nextInt(8) == 0) {
				sentence = sentences.get(random.nextInt(sentences.size()));
			}
			else {
				StringBuilder words = new StringBuilder();
				for (int n = 5 + random.nextInt(12); n > 0; n--) {
					words.append(WORDS[random.nextInt(WORDS.length)]).append((n > 1) ? " " : ".");
				}
				sentence = words.toString();
			}
			sentences.add(sentence);
			text.append(sentence).append((i % 5 == 4) ? "\n\n" : " ");
		}
		return new ArticleText(text.toString()).value();
	}

	private static List<TextSpan> claims(Case edited) {
		Random random = new Random(edited.seed());
		int length = edited.text().codePointCount(0, edited.text().length());
		List<TextSpan> claims = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			int size = 20 + random.nextInt(120);
			int start = random.nextInt(length - size);
			claims.add(new TextSpan(start, start + size));
		}
		claims.add(new TextSpan(0, 25));
		claims.add(new TextSpan(length - 25, length));
		return claims;
	}

	private record Case(int seed, String text, List<Kind> kinds) {
	}

}
