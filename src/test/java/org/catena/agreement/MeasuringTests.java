package org.catena.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.catena.agreement.Agreement.LinkPart;
import org.catena.agreement.Agreement.ValueAgreement;
import org.catena.article.TextSpan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeasuringTests {

	@Test
	void givesKappaOfATextbookTable() {
		// 20 both yes, 5 yes/no, 10 no/yes, 15 both no: observed 0.7, by chance 0.5.
		ValueAgreement kind = kind(List.of(times(20, "evaluative", "evaluative"), times(5, "evaluative", "descriptive"),
				times(10, "descriptive", "evaluative"), times(15, "descriptive", "descriptive")));
		assertThat(kind.kappa().value()).isEqualTo(0.4, within(1e-9));
		assertThat(kind.agreed()).isEqualTo(35);
		assertThat(kind.share()).hasToString("0.70");
		assertThat(kind.confusion()).filteredOn((row) -> row.value().equals("descriptive"))
			.singleElement()
			.satisfies((row) -> assertThat(row.counts()).containsExactly(15, 10, 0, 0));
	}

	@Test
	void givesKappaOneWhereAllValuesAreTheSame() {
		assertThat(
				kind(List.of(times(3, "evaluative", "evaluative"), times(2, "normative", "normative"))).kappa().value())
			.isEqualTo(1.0, within(1e-9));
	}

	@Test
	void givesKappaZeroWhereValuesAgreeByChance() {
		assertThat(kind(List.of(times(1, "evaluative", "evaluative"), times(1, "evaluative", "descriptive"),
				times(1, "descriptive", "evaluative"), times(1, "descriptive", "descriptive")))
			.kappa()
			.value()).isEqualTo(0.0, within(1e-9));
	}

	@Test
	void givesNoKappaWhereOnlyOneValueOccurs() {
		ValueAgreement kind = kind(List.of(times(3, "evaluative", "evaluative")));
		assertThat(kind.kappa().value()).isNull();
		assertThat(kind.kappa()).hasToString("–");
		assertThat(kind.share().percent()).isEqualTo("100 %");
	}

	@Test
	void comparesValuesOfMatchedClaimsOnly() {
		Agreement agreement = Measuring.agreement(List.of(Coded.text(100,
				List.of(Coded.claim("c01", 0, 10, Map.of(CodedField.STANCE, "opposes")),
						Coded.claim("c02", 50, 60, Map.of(CodedField.STANCE, "neutral"))),
				List.of(Coded.claim("s01", 0, 10, Map.of(CodedField.STANCE, "opposes"))))));
		assertThat(agreement.in(CodedField.STANCE).of()).isEqualTo(1);
		assertThat(agreement.spans().precision()).hasToString("1.00");
		assertThat(agreement.spans().recall()).hasToString("0.50");
		assertThat(agreement.spans().f1()).hasToString("0.67");
	}

	@Test
	void countsLinksToPointsByNumberLetterAndBearing() {
		Agreement agreement = Measuring.agreement(List.of(Coded.text(100,
				List.of(Coded.claim("c01", 0, 10, Map.of(), Coded.point(12, "a", "about"),
						Coded.point(7, "", "touches"))),
				List.of(Coded.claim("s01", 0, 10, Map.of(), Coded.point(12, "b", "about"), Coded.point(7, "", "about"),
						Coded.point(5, "", "touches"))))));
		assertThat(f1(agreement, LinkPart.NUMBER)).hasToString("0.80"); // 2 in both, 1
																		// more
		assertThat(f1(agreement, LinkPart.NUMBER_LETTER)).hasToString("0.40"); // 1, 1, 2
		assertThat(f1(agreement, LinkPart.NUMBER_BEARING)).hasToString("0.40");
	}

	@Test
	void givesAlphaOneWhereBothMarkTheSame() {
		List<CodedClaim> claims = List.of(Coded.claim("c01", 10, 30), Coded.claim("c02", 50, 70));
		assertThat(alpha(Coded.text(100, claims, claims))).isEqualTo(1.0, within(1e-9));
	}

	@Test
	void givesAlphaByHand() {
		// Length 10; one marks [0,2), the other [1,3). Observed: 2 (1 + 1) / (2 · 100).
		// Expected: 2 units, each (16 - 12 + 2) / 3 + 4 · ((8 - 2 + 1) + (7 - 2 + 1)) =
		// 54, times 2 / 10, by 20 · 19 - 4.
		assertThat(alpha(Coded.text(10, List.of(Coded.claim("c01", 0, 2)), List.of(Coded.claim("s01", 1, 3)))))
			.isEqualTo(1 - 0.02 / (108 * 0.2 / 376), within(1e-9));
	}

	@Test
	void givesAlphaBelowZeroWhereNothingMarkedIsCommon() {
		assertThat(alpha(Coded.text(40, List.of(Coded.claim("c01", 0, 20)), List.of(Coded.claim("s01", 20, 40)))))
			.isNegative();
	}

	@Test
	void givesNoAlphaWhereNothingIsMarked() {
		assertThat(Measuring.agreement(List.of(Coded.text(40, List.of(), List.of()))).spans().alpha().value()).isNull();
	}

	@Test
	void laysTextsOneAfterAnother() {
		List<CodedClaim> claims = List.of(Coded.claim("c01", 0, 20));
		CodedText text = Coded.text(40, claims, claims);
		Agreement both = Measuring.agreement(List.of(text, text));
		assertThat(both.spans().alpha().value()).isEqualTo(1.0, within(1e-9));
		assertThat(both.spans().matched()).isEqualTo(2);
	}

	@Test
	void joinsSpansOfOneCoderThatOverlapButNotThoseThatTouch() {
		assertThat(Measuring.stretches(List.of(Coded.claim("c01", 0, 10), Coded.claim("c02", 2, 5),
				Coded.claim("c03", 9, 12), Coded.claim("c04", 12, 20))))
			.containsExactly(new TextSpan(0, 12), new TextSpan(12, 20));
	}

	private static Figure f1(Agreement agreement, LinkPart part) {
		return agreement.points().stream().filter((points) -> points.by() == part).findFirst().orElseThrow().f1();
	}

	private static Double alpha(CodedText text) {
		Double alpha = Measuring.agreement(List.of(text)).spans().alpha().value();
		assertThat(alpha).isNotNull();
		return alpha;
	}

	private static List<String[]> times(int times, String first, String second) {
		List<String[]> items = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			items.add(new String[] { first, second });
		}
		return items;
	}

	private static ValueAgreement kind(List<List<String[]>> items) {
		List<CodedClaim> first = new ArrayList<>();
		List<CodedClaim> second = new ArrayList<>();
		for (String[] item : items.stream().flatMap(List::stream).toList()) {
			int start = first.size() * 10;
			first.add(Coded.claim("c" + start, start, start + 10, Map.of(CodedField.KIND, item[0])));
			second.add(Coded.claim("s" + start, start, start + 10, Map.of(CodedField.KIND, item[1])));
		}
		return Measuring.agreement(List.of(Coded.text(1_000, first, second))).in(CodedField.KIND);
	}

}
