package org.catena.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where two codings of a text differ, and what the archive shows now.
 *
 * @param text the text
 * @param coder who made the second coding in the workbench; null for the two independent
 * codings of the corpus
 * @param same the ids, in files, of the claims that both coded alike
 * @param rows claims of both that differ, in reading order
 * @param onlyFirst claims that only the first coding has
 * @param onlySecond claims that only the second coding has
 */
public record Adjudication(TextRef text, @Nullable SecondCoder coder, Set<String> same, List<Row> rows,
		List<Unmatched> onlyFirst, List<Unmatched> onlySecond) {

	/** The same, of a second coding that was made in the workbench. */
	Adjudication by(SecondCoder coder) {
		return new Adjudication(this.text, coder, this.same, this.rows, this.onlyFirst, this.onlySecond);
	}

	/** The address of the page that lists it. */
	public String address() {
		return "/about/agreement/" + this.text.slug()
				+ ((this.coder != null) ? "/v" + this.coder.version() + "/" + this.coder.account() : "");
	}

	/** How many claims both coded alike. */
	public int alike() {
		return this.same.size();
	}

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
	 * What the coders did with a claim that the archive shows.
	 * @param key its permanent id
	 */
	public OfClaim of(String key) {
		return new OfClaim(this.coder, address(), this.same.contains(key),
				this.rows.stream().filter((row) -> key.equals(row.shown())).findFirst(), claims(this.onlyFirst, key),
				claims(this.onlySecond, key));
	}

	/** The permanent ids of the claims shown that the two coders did not code alike. */
	public Set<String> differing() {
		return Stream
			.of(this.rows.stream().map(Row::shown), this.onlyFirst.stream().map(Unmatched::shown),
					this.onlySecond.stream().map(Unmatched::shown))
			.flatMap((keys) -> keys)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private static List<CodedClaim> claims(List<Unmatched> unmatched, String key) {
		return unmatched.stream().filter((one) -> key.equals(one.shown())).map(Unmatched::claim).toList();
	}

	/**
	 * How two codings have a claim that the archive shows.
	 *
	 * @param coder who made the second in the workbench; null for those of the corpus
	 * @param list the address of the page that lists all differences
	 * @param alike whether both coded it alike
	 * @param row where both have it and differ
	 * @param onlyFirst the claim, where the second coding has no such claim
	 * @param onlySecond claims of the second coding alone in whose place the claim stands
	 */
	public record OfClaim(@Nullable SecondCoder coder, String list, boolean alike, Optional<Row> row,
			List<CodedClaim> onlyFirst, List<CodedClaim> onlySecond) {

		/** Whether there is anything in which the two differ. */
		public boolean differs() {
			return this.row.isPresent() || !this.onlyFirst.isEmpty() || !this.onlySecond.isEmpty();
		}

	}

	/**
	 * Who made a second coding in the workbench.
	 *
	 * @param account of the editor
	 * @param version the number of the version of the text that was coded
	 * @param blind whether the coder was not shown the first coding
	 */
	public record SecondCoder(String account, int version, boolean blind) {
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
