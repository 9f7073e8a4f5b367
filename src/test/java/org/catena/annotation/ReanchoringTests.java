package org.catena.annotation;

import org.catena.annotation.Reanchored.Obstacle;
import org.catena.article.TextSpan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReanchoringTests {

	private static final String QUOTE = "the plan is dead on arrival in Kyiv 🕊";

	private static final String TEXT = "On Monday the envoy said that " + QUOTE
			+ ", and nobody in the room contradicted him.\n\nOn Tuesday the minister said something else, and was "
			+ "applauded for it by all who heard him.";

	@Test
	void staysWhereNothingChangedBeforeIt() {
		assertThat(follow(TEXT.replace("Tuesday", "Wednesday"))).isEqualTo("exact " + QUOTE);
	}

	@Test
	void movesWithItsWords() {
		assertThat(follow("A first paragraph 😀.\n\n" + TEXT)).isEqualTo("moved " + QUOTE);
		assertThat(follow(TEXT.replace("On Monday", "On that Monday"))).isEqualTo("moved " + QUOTE);
	}

	@Test
	void acceptsAMendedMisprint() {
		assertThat(follow(TEXT.replace("arrival", "arival"))).isEqualTo("fuzzy " + QUOTE.replace("arrival", "arival"));
	}

	@Test
	void followsAParagraphThatWasMoved() {
		String[] paragraphs = TEXT.split("\n\n");
		assertThat(follow(paragraphs[1] + "\n\n" + paragraphs[0])).isEqualTo("moved " + QUOTE);
	}

	@Test
	void waitsWhereTheWordsWereGivenToSomebodyElse() {
		String other = TEXT
			.replace("On Monday the envoy said that " + QUOTE + ", and nobody in the room contradicted him",
					"On Monday nothing happened")
			.replace("something else", "with a smile: " + QUOTE + "! Laughter");
		assertThat(follow(other)).isEqualTo("orphan " + Obstacle.SURROUNDINGS);
	}

	@Test
	void waitsWhereTheClaimIsGoneAndALookAlikeStoodThereBefore() {
		String alike = "Later the envoy said that " + QUOTE.replace("arrival", "arrivals") + ", and went home.";
		String from = TEXT + "\n\n" + alike;
		String to = TEXT.replace(QUOTE, "it rains") + "\n\n" + alike;
		assertThat(follow(from, to)).isEqualTo("orphan " + Obstacle.ELSEWHERE);
	}

	@Test
	void waitsWhereItsPassageStandsTwice() {
		assertThat(follow(TEXT + "\n\n" + TEXT)).isEqualTo("orphan " + Obstacle.RIVAL);
	}

	@Test
	void waitsWhereANumberOrADenialChanged() {
		assertThat(follow(TEXT.replace("is dead", "is not dead"))).isEqualTo("orphan " + Obstacle.SENSE);
		String numbers = TEXT.replace("on arrival", "since 2014");
		assertThat(new Reanchoring(numbers, numbers.replace("2014", "2015"))
			.follow(span(numbers, "the plan is dead since 2014 in Kyiv 🕊"), "the plan is dead since 2014 in Kyiv 🕊",
					AnchoringState.EXACT)
			.obstacle()).isEqualTo(Obstacle.SENSE);
	}

	@Test
	void waitsWhereNothingIsLikeIt() {
		assertThat(follow("Nothing of all this was ever written.")).isEqualTo("orphan " + Obstacle.GONE);
	}

	@Test
	void keepsAcceptedWordsAndFindsTheQuoteAgain() {
		String accepted = TEXT.replace("arrival", "arival");
		TextSpan span = span(accepted, QUOTE.replace("arrival", "arival"));
		Reanchored kept = new Reanchoring(accepted, "Before. " + accepted).follow(span, QUOTE, AnchoringState.FUZZY);
		assertThat(kept.state()).isEqualTo(AnchoringState.FUZZY);
		assertThat(kept.likeness()).isBetween(0.9, 0.99);
		Reanchored again = new Reanchoring(accepted, TEXT).follow(span, QUOTE, AnchoringState.FUZZY);
		assertThat(again.state()).isIn(AnchoringState.MOVED);
	}

	@Test
	void doesNotDriftFromTheQuoteByManySmallSteps() {
		String accepted = TEXT.replace("plan is dead on", "plam ist daed un");
		TextSpan span = span(accepted, QUOTE.replace("plan is dead on", "plam ist daed un"));
		Reanchored further = new Reanchoring(accepted, accepted.replace("arrival", "arivals")).follow(span, QUOTE,
				AnchoringState.FUZZY);
		assertThat(further.obstacle()).isEqualTo(Obstacle.UNLIKE);
	}

	@Test
	void comparesLongTextsInTime() {
		String long1 = "word ".repeat(60_000) + TEXT + " word".repeat(60_000);
		assertThat(follow(long1, "Before. " + long1.replace("arrival", "arival")))
			.isEqualTo("fuzzy " + QUOTE.replace("arrival", "arival"));
	}

	private static String follow(String to) {
		return follow(TEXT, to);
	}

	private static String follow(String from, String to) {
		Reanchored found = new Reanchoring(from, to).follow(span(from, QUOTE), QUOTE, AnchoringState.EXACT);
		TextSpan place = found.place();
		return found.state().word() + " " + ((place != null) ? place.in(to) : found.obstacle());
	}

	private static TextSpan span(String text, String words) {
		int start = text.codePointCount(0, text.indexOf(words));
		return new TextSpan(start, start + words.codePointCount(0, words.length()));
	}

}
