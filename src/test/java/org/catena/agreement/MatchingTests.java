package org.catena.agreement;

import java.util.List;

import org.catena.article.TextSpan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MatchingTests {

	@Test
	void measuresOverlapOverUnionAndOverShorter() {
		TextSpan one = new TextSpan(0, 10);
		TextSpan other = new TextSpan(5, 25);
		assertThat(Overlap.OVER_UNION.of(one, other)).isEqualTo(5 / 25.0, within(1e-9));
		assertThat(Overlap.OVER_SHORTER.of(one, other)).isEqualTo(5 / 10.0, within(1e-9));
		assertThat(Overlap.OVER_UNION.of(one, new TextSpan(10, 20))).isZero();
	}

	@Test
	void leavesSpansWithLessThanHalfInCommonUnmatched() {
		Matching matching = Matching.of(List.of(Coded.claim("c01", 0, 10)), List.of(Coded.claim("s01", 4, 11)),
				Overlap.OVER_UNION);
		assertThat(matching.pairs()).hasSize(1); // 6 of 11
		matching = Matching.of(List.of(Coded.claim("c01", 0, 10)), List.of(Coded.claim("s01", 5, 14)),
				Overlap.OVER_UNION);
		assertThat(matching.pairs()).isEmpty(); // 5 of 14
		assertThat(matching.onlyFirst()).extracting(CodedClaim::name).containsExactly("c01");
		assertThat(matching.onlySecond()).extracting(CodedClaim::name).containsExactly("s01");
	}

	@Test
	void matchesExactlyHalf() {
		assertThat(
				Matching.of(List.of(Coded.claim("c01", 0, 10)), List.of(Coded.claim("s01", 0, 20)), Overlap.OVER_UNION)
					.pairs())
			.hasSize(1);
	}

	@Test
	void givesEachClaimOnePartnerTheGreatestOverlapFirst() {
		List<CodedClaim> first = List.of(Coded.claim("c01", 0, 100), Coded.claim("c02", 0, 90));
		List<CodedClaim> second = List.of(Coded.claim("s01", 0, 90), Coded.claim("s02", 300, 310));
		Matching matching = Matching.of(first, second, Overlap.OVER_UNION);
		assertThat(matching.pairs()).hasSize(1);
		assertThat(matching.pairs().get(0).first().name()).isEqualTo("c02");
		assertThat(matching.onlyFirst()).extracting(CodedClaim::name).containsExactly("c01");
		assertThat(matching.onlySecond()).extracting(CodedClaim::name).containsExactly("s02");
	}

	@Test
	void pairsCoincidingSpansInReadingOrder() {
		List<CodedClaim> first = List.of(Coded.claim("c01", 0, 30), Coded.claim("c02", 0, 30));
		List<CodedClaim> second = List.of(Coded.claim("s01", 0, 30), Coded.claim("s02", 0, 30));
		assertThat(Matching.of(first, second, Overlap.OVER_UNION).pairs())
			.extracting((pair) -> pair.first().name() + pair.second().name())
			.containsExactly("c01s01", "c02s02");
	}

	@Test
	void takesANestedSpanForTheSameClaimOnlyOverTheShorter() {
		List<CodedClaim> first = List.of(Coded.claim("c01", 0, 100));
		List<CodedClaim> second = List.of(Coded.claim("s01", 40, 60));
		assertThat(Matching.of(first, second, Overlap.OVER_UNION).pairs()).isEmpty();
		assertThat(Matching.of(first, second, Overlap.OVER_SHORTER).pairs()).hasSize(1);
	}

}
