package org.catena.agreement;

import java.util.List;
import java.util.Map;

import org.catena.agreement.Adjudication.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AdjudicatingTests {

	@Test
	void saysWhoseValueStands() {
		CodedClaim first = Coded.claim("c01", 0, 30, Map.of(CodedField.KIND, "descriptive", CodedField.STANCE,
				"neutral", CodedField.ASPECT, "origin", CodedField.TARGET, "plan"));
		CodedClaim second = Coded.claim("s01", 0, 30, Map.of(CodedField.KIND, "evaluative", CodedField.STANCE,
				"opposes", CodedField.ASPECT, "content", CodedField.TARGET, "plan"));
		CodedClaim shown = Coded.claim("c01", 0, 30, Map.of(CodedField.KIND, "descriptive", CodedField.STANCE,
				"opposes", CodedField.ASPECT, "process", CodedField.TARGET, "plan"));
		Adjudication list = Adjudicating.list(Coded.text(100, List.of(first), List.of(second)), List.of(shown));
		assertThat(list.rows()).singleElement()
			.satisfies((row) -> assertThat(row.differences())
				.extracting(Adjudication.Difference::field, Adjudication.Difference::outcome)
				.containsExactly(tuple("kind", Outcome.FIRST), tuple("stance", Outcome.SECOND),
						tuple("aspect", Outcome.NEITHER)));
		assertThat(list.alike()).isZero();
	}

	@Test
	void saysWhenTheClaimIsNoLongerShown() {
		Adjudication list = Adjudicating
			.list(Coded.text(100, List.of(Coded.claim("c01", 0, 30, Map.of(CodedField.KIND, "descriptive"))),
					List.of(Coded.claim("s01", 0, 30, Map.of(CodedField.KIND, "evaluative")))), List.of());
		assertThat(list.settled(Outcome.GONE)).isOne();
		assertThat(list.rows().get(0).shown()).isNull();
	}

	@Test
	void listsClaimsOfOneCodingWithWhatStandsInTheirPlace() {
		CodedClaim kept = Coded.claim("c01", 0, 30);
		CodedClaim dropped = Coded.claim("c02", 40, 60);
		CodedClaim added = Coded.claim("c99", 70, 90);
		Adjudication list = Adjudicating
			.list(Coded.text(100, List.of(kept, dropped), List.of(Coded.claim("s01", 70, 90))), List.of(kept, added));
		assertThat(list.onlyFirst()).extracting((row) -> row.claim().name(), Adjudication.Unmatched::shown)
			.containsExactly(tuple("c01", kept.key()), tuple("c02", null));
		assertThat(list.onlySecond()).extracting((row) -> row.claim().name(), Adjudication.Unmatched::shown)
			.containsExactly(tuple("s01", added.key()));
	}

}
