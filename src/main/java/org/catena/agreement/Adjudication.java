package org.catena.agreement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where two independent codings of a text differ, and what the archive shows now.
 *
 * @param text the text
 * @param alike claims that both coded alike
 * @param rows claims of both that differ, in reading order
 * @param onlyFirst claims that only the first coding has
 * @param onlySecond claims that only the second coding has
 */
public record Adjudication(TextRef text, int alike, List<Row> rows, List<Unmatched> onlyFirst,
		List<Unmatched> onlySecond) {

	/** Differences of value over all claims. */
	public int differences() {
		return this.rows.stream().mapToInt((row) -> row.differences().size()).sum();
	}

	/** How many of the differences were settled in a way. */
	public long settled(Outcome outcome) {
		return this.rows.stream()
			.flatMap((row) -> row.differences().stream())
			.filter((difference) -> difference.outcome() == outcome)
			.count();
	}

	/**
	 * A claim of both codings.
	 *
	 * @param first as the first has it
	 * @param second as the second has it
	 * @param shown the permanent id under which the archive shows it, or null
	 * @param differences the fields that differ
	 */
	public record Row(CodedClaim first, CodedClaim second, @Nullable String shown, List<Difference> differences) {
	}

	/**
	 * A field in which two codings of a claim differ.
	 *
	 * @param field its name in files
	 * @param first the first coding's value
	 * @param second the second's
	 * @param shown what the archive shows now, or null where it no longer shows the claim
	 */
	public record Difference(String field, String first, String second, @Nullable String shown) {

		/** Whose value stands now. */
		public Outcome outcome() {
			if (this.shown == null) {
				return Outcome.GONE;
			}
			if (this.shown.equals(this.first)) {
				return Outcome.FIRST;
			}
			return this.shown.equals(this.second) ? Outcome.SECOND : Outcome.NEITHER;
		}

	}

	/**
	 * A claim that only one coding has.
	 *
	 * @param claim the claim
	 * @param shown the permanent id of the claim that the archive shows in its place, or
	 * null when it shows none
	 */
	public record Unmatched(CodedClaim claim, @Nullable String shown) {
	}

	/** How a difference was settled. */
	public enum Outcome {

		/** The first coding's value stands. */
		FIRST,

		/** The second coding's value stands. */
		SECOND,

		/** Another value stands. */
		NEITHER,

		/** The claim is no longer shown. */
		GONE;

		/** The outcome as pages write it. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
