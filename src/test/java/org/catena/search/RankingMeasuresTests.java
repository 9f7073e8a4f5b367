package org.catena.search;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Values computed by hand, by trec_eval's definitions. */
class RankingMeasuresTests {

	private static final double EXACT = 1e-9;

	@Test
	void measuresARankingWithGrades() {
		// Relevant at places 1 (grade 1) and 3 (grade 2); one relevant is not found.
		RankingMeasures measures = RankingMeasures.of(List.of("a", "x", "b", "y"),
				Map.of("a", 1, "b", 2, "c", 1, "x", 0));
		assertThat(measures.averagePrecision()).isEqualTo((1.0 / 1 + 2.0 / 3) / 3, within(EXACT));
		assertThat(measures.precisionAt10()).isEqualTo(0.2, within(EXACT));
		// (1/log2(2) + 2/log2(4)) / (2/log2(2) + 1/log2(3) + 1/log2(4)) = 2 / 3.1309…
		assertThat(measures.ndcgAt10()).isEqualTo(2 / (2 + 0.6309297535714575 + 0.5), within(EXACT));
	}

	@Test
	void isOneForTheBestRanking() {
		RankingMeasures measures = RankingMeasures.of(List.of("b", "a", "x"), Map.of("a", 1, "b", 3));
		assertThat(measures.averagePrecision()).isEqualTo(1, within(EXACT));
		assertThat(measures.ndcgAt10()).isEqualTo(1, within(EXACT));
		assertThat(measures.precisionAt10()).isEqualTo(0.2, within(EXACT));
	}

	@Test
	void looksAtTenPlacesExceptForAveragePrecision() {
		List<String> ranking = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");
		RankingMeasures measures = RankingMeasures.of(ranking, Map.of("a", 1));
		assertThat(measures).isEqualTo(new RankingMeasures(1.0 / 11, 0, 0));
	}

	@Test
	void isZeroWhereNothingWasFound() {
		assertThat(RankingMeasures.of(List.of(), Map.of("a", 1))).isEqualTo(new RankingMeasures(0, 0, 0));
	}

	@Test
	void countsANegativeGradeAsNotRelevant() {
		assertThat(RankingMeasures.of(List.of("spam", "a"), Map.of("spam", -2, "a", 1)).averagePrecision())
			.isEqualTo(0.5, within(EXACT));
	}

	@Test
	void refusesAQueryWithoutRelevantDocuments() {
		assertThatIllegalArgumentException().isThrownBy(() -> RankingMeasures.of(List.of("a"), Map.of("a", 0)));
	}

	@Test
	void averagesOverQueries() {
		assertThat(RankingMeasures.mean(List.of(new RankingMeasures(1, 0.5, 0.2), new RankingMeasures(0, 0.25, 0.4))))
			.isEqualTo(new RankingMeasures(0.5, 0.375, (0.2 + 0.4) / 2));
	}

}
