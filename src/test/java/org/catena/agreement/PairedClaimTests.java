package org.catena.agreement;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PairedClaimTests {

	@Test
	void setsCodingsSideBySideInTheOrderOfTheText() {
		CodedClaim whole = Coded.claim("c01", 40, 100);
		CodedClaim alone = Coded.claim("c02", 0, 30);
		CodedClaim cut = Coded.claim("s01", 50, 80);
		CodedClaim further = Coded.claim("s02", 32, 38);
		assertThat(PairedClaim.of(List.of(alone, whole), List.of(further, cut)))
			.containsExactly(new PairedClaim(alone, null), new PairedClaim(null, further), new PairedClaim(whole, cut));
	}

	@Test
	void pairsEachClaimOnce() {
		CodedClaim one = Coded.claim("c01", 0, 60);
		List<PairedClaim> rows = PairedClaim.of(List.of(one),
				List.of(Coded.claim("s01", 0, 20), Coded.claim("s02", 0, 60), Coded.claim("s03", 30, 60)));
		assertThat(rows).hasSize(3);
		assertThat(rows).filteredOn((row) -> row.first() != null)
			.singleElement()
			.satisfies((row) -> assertThat(row.second().key()).endsWith("s02"));
	}

	@Test
	void namesTheFieldsThatDiffer() {
		CodedClaim first = Coded.claim("c01", 0, 30,
				Map.of(CodedField.KIND, "descriptive", CodedField.STANCE, "neutral"), Coded.point(6, "", "about"));
		CodedClaim second = Coded.claim("s01", 0, 30,
				Map.of(CodedField.KIND, "evaluative", CodedField.STANCE, "neutral"), Coded.point(6, "a", "about"));
		assertThat(first.differing(second)).containsExactly("points", "kind");
		assertThat(first.differing(first)).isEmpty();
	}

}
