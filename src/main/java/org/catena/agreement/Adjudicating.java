package org.catena.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.catena.agreement.Adjudication.Difference;
import org.catena.agreement.Adjudication.Row;
import org.catena.agreement.Adjudication.Unmatched;
import org.catena.agreement.Matching.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Sets the differences of two codings beside what the archive shows. Claims are matched
 * over the shorter span here, so that one claim that was cut differently is one row.
 */
final class Adjudicating {

	private Adjudicating() {
	}

	/**
	 * Lists the differences.
	 * @param text a text with its two independent codings
	 * @param shown the claims that the archive shows in it
	 */
	static Adjudication list(CodedText text, List<CodedClaim> shown) {
		Map<CodedClaim, CodedClaim> places = new HashMap<>();
		Matching.of(text.second(), shown, Overlap.OVER_SHORTER)
			.pairs()
			.forEach((pair) -> places.put(pair.first(), pair.second()));
		return list(text, shown, (claim) -> key(places.get(claim)));
	}

	/**
	 * Lists the differences.
	 * @param text a text with two codings of it
	 * @param shown the claims that the archive shows
	 * @param places finds the id of the claim that is shown in the place of one of the
	 * second coding
	 */
	static Adjudication list(CodedText text, List<CodedClaim> shown, Function<CodedClaim, @Nullable String> places) {
		Map<String, CodedClaim> byKey = new HashMap<>();
		shown.forEach((claim) -> byKey.put(claim.key(), claim));
		Matching matching = Matching.of(text.first(), text.second(), Overlap.OVER_SHORTER);
		List<Row> rows = new ArrayList<>();
		Set<String> same = new HashSet<>();
		for (Pair pair : matching.pairs()) {
			CodedClaim now = byKey.get(pair.first().key());
			List<Difference> differences = differences(pair, now);
			if (differences.isEmpty()) {
				same.add(pair.first().key());
			}
			else {
				rows.add(new Row(pair.first(), pair.second(), (now != null) ? now.key() : null, differences));
			}
		}
		return new Adjudication(text.text(), null, same, rows,
				matching.onlyFirst()
					.stream()
					.map((claim) -> new Unmatched(claim, byKey.containsKey(claim.key()) ? claim.key() : null))
					.toList(),
				matching.onlySecond().stream().map((claim) -> new Unmatched(claim, places.apply(claim))).toList());
	}

	private static @Nullable String key(@Nullable CodedClaim claim) {
		return (claim != null) ? claim.key() : null;
	}

	private static List<Difference> differences(Pair pair, @Nullable CodedClaim shown) {
		List<Difference> differences = new ArrayList<>();
		for (String field : pair.first().differing(pair.second())) {
			Function<CodedClaim, String> value = Objects.requireNonNull(CodedClaim.COMPARED.get(field));
			differences.add(new Difference(field, value.apply(pair.first()), value.apply(pair.second()),
					(shown != null) ? value.apply(shown) : null));
		}
		return differences;
	}

}
