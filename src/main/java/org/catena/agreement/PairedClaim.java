package org.catena.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A claim as two codings have it, or as the only one has it that has it at all. Claims
 * are matched over the shorter span, as lists of differences match them: one that was cut
 * differently is one.
 *
 * @param first as the first coding has it
 * @param second as the second has it
 */
public record PairedClaim(@Nullable CodedClaim first, @Nullable CodedClaim second) {

	private static final Comparator<CodedClaim> READING_ORDER = Comparator
		.<CodedClaim>comparingInt((claim) -> claim.span().start())
		.thenComparingInt((claim) -> -claim.span().end())
		.thenComparing(CodedClaim::key);

	/** Sets two codings of a text side by side, in the order of the text. */
	public static List<PairedClaim> of(List<CodedClaim> first, List<CodedClaim> second) {
		Matching matching = Matching.of(first, second, Overlap.OVER_SHORTER);
		List<PairedClaim> paired = new ArrayList<>();
		matching.pairs().forEach((pair) -> paired.add(new PairedClaim(pair.first(), pair.second())));
		matching.onlyFirst().forEach((claim) -> paired.add(new PairedClaim(claim, null)));
		matching.onlySecond().forEach((claim) -> paired.add(new PairedClaim(null, claim)));
		paired.sort(Comparator.comparing(PairedClaim::earlier, READING_ORDER));
		return paired;
	}

	/** This and what another has of the other coding. */
	PairedClaim with(PairedClaim other) {
		return new PairedClaim((this.first != null) ? this.first : other.first,
				(this.second != null) ? this.second : other.second);
	}

	private CodedClaim earlier() {
		return Stream.of(Optional.ofNullable(this.first), Optional.ofNullable(this.second))
			.flatMap(Optional::stream)
			.min(READING_ORDER)
			.orElseThrow();
	}

}
