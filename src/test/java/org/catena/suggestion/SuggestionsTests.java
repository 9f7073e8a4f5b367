package org.catena.suggestion;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.Sentence;
import org.catena.article.Sentences;
import org.catena.suggestion.Suggested.SuggestedPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What is learned from the corpus. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@ExtendWith(OutputCaptureExtension.class)
class SuggestionsTests {

	private static final String PLAN = "28-point-plan";

	@Autowired
	private Suggestions suggestions;

	@Test
	void putThePointFirstWithItsReasons() {
		Suggested suggested = this.suggestions.suggest(PLAN,
				new Passage("the Ukrainian army may not exceed 600,000 troops", "", List.of()));
		SuggestedPoint first = suggested.points().get(0);
		assertThat(first.number()).isEqualTo(6);
		assertThat(first.words()).contains("army");
		assertThat(first.claims()).isNotEmpty().allSatisfy((claim) -> assertThat(claim.words()).isNotEmpty());
		assertThat(first.before()).isFalse();
		assertThat(suggested.similar()).hasSize(5);
	}

	@Test
	void lookAtTheClaimsBefore() {
		List<Integer> alone = numbers(new Passage("Nobody will accept that", "", List.of()));
		int last = alone.get(alone.size() - 1);
		Suggested after = this.suggestions.suggest(PLAN,
				new Passage("Nobody will accept that", "", List.of(List.of(last), List.of())));
		assertThat(after.points()).filteredOn(SuggestedPoint::before)
			.extracting(SuggestedPoint::number)
			.containsExactly(last);
		assertThat(after.points().stream().map(SuggestedPoint::number).toList().indexOf(last))
			.isLessThan(alone.indexOf(last));
	}

	@Test
	void areNoneForWordsThatSayNothing() {
		assertThat(this.suggestions.suggest(PLAN, new Passage("", "", List.of()))).isEqualTo(Suggested.NOTHING);
		assertThat(numbers(new Passage("and of the 😀 xyzzy", "", List.of()))).isEmpty();
		assertThat(this.suggestions.suggest("no-such-plan", new Passage("the Ukrainian army", "", List.of())).points())
			.isEmpty();
	}

	@Test
	void findSimilarClaimsWithoutThoseThatAreNotWanted() {
		String text = "frozen Russian assets";
		List<SimilarClaim> all = this.suggestions.similar(text, Set.of(), 3);
		List<SimilarClaim> others = this.suggestions.similar(text, Set.of(all.get(0).key()), 2);
		assertThat(all).hasSize(3).allSatisfy((claim) -> assertThat(claim.words()).contains("assets"));
		assertThat(others).isEqualTo(all.subList(1, 3));
	}

	@Test
	void listSentencesThatLookLikeClaimsInTheOrderOfTheText() {
		List<Sentence> sentences = Sentences
			.of("Russia demands the whole of Donbas in the plan. Tom baked sweet buns yesterday. "
					+ "Ukraine rejects any cession of territory to Russia.");
		assertThat(this.suggestions.overlooked(sentences, 5, "")).containsExactly(sentences.get(0), sentences.get(2));
		assertThat(this.suggestions.overlooked(sentences, 1, "")).hasSize(1);
	}

	@Test
	void areBetterThanTheMostFrequentPointsInEveryArticle() {
		Evaluation evaluation = this.suggestions.evaluations().get(0);
		Map<Method, Recall> methods = evaluation.methods();
		assertThat(evaluation.articles()).hasSize(5);
		Recall baseline = methods.get(Method.MOST_FREQUENT);
		Recall shown = evaluation.shown();
		assertThat(shown.links()).isEqualTo(baseline.links());
		assertThat(shown.links1()).isGreaterThan(2 * baseline.links1());
		assertThat(shown.links3()).isGreaterThan(methods.get(Method.WORDS_OF_PLAN).links3())
			.isGreaterThan(methods.get(Method.SIMILAR_CLAIMS).links3());
		assertThat(shown.claims5()).isGreaterThan(shown.claims() * 9 / 10);
		assertThat(evaluation.articles().stream().mapToInt((of) -> of.recall().links()).sum()).isEqualTo(shown.links());
	}

	@Test
	void areMeasuredByTheCommandAndOnThePage(@Autowired SuggestionsCommand command, CapturedOutput output,
			@Autowired MockMvcTester mvc) throws Exception {
		command.run(new DefaultApplicationArguments("suggestions"));
		String shown = String.join("  ", this.suggestions.evaluations().get(0).shown().ofLinks());
		assertThat(output.getOut()).contains("most frequent", "words and before", shown, "baev-2025-12-09");
		assertThat(command.getExitCode()).isZero();
		assertThat(mvc.get().uri("/about/suggestions").exchange().getResponse().getContentAsString()).contains(
				"The points linked most often", "baev-2025-12-09",
				this.suggestions.evaluations().get(0).shown().ofLinks().get(2));
	}

	@Test
	void countsLinksAndClaims() {
		Recall recall = Recall.of(List.of(5, 10), List.of(7, 10, 3, 5, 9));
		assertThat(recall).isEqualTo(new Recall(1, 2, 0, 1, 2, 0, 1, 1));
		assertThat(recall.plus(recall).ofLinks()).containsExactly("0.00", "0.50", "1.00");
	}

	private List<Integer> numbers(Passage passage) {
		return this.suggestions.suggest(PLAN, passage).points().stream().map(SuggestedPoint::number).toList();
	}

}
