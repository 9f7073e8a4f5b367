package org.catena.agreement;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A claim as one coding has it.
 *
 * @param key its id in the files of the coding
 * @param span where it stands in the current version of the text
 * @param exact the quote
 * @param paraphrase what is claimed
 * @param values the value of every field, {@value #NONE} where there is none
 * @param via through whom it reaches the article
 * @param points the points that it is linked to
 */
public record CodedClaim(String key, TextSpan span, String exact, String paraphrase, Map<CodedField, String> values,
		List<String> via, SortedSet<PointLink> points) {

	/** Stands where a field has no value. */
	public static final String NONE = "none";

	/** The name within the article, {@code c07} for instance. */
	public String name() {
		return this.key.substring(this.key.indexOf('/') + 1);
	}

	String value(CodedField field) {
		return this.values.getOrDefault(field, NONE);
	}

	/** The points in words. */
	String pointsInWords() {
		return this.points.isEmpty() ? NONE
				: this.points.stream().map(PointLink::inWords).collect(Collectors.joining(", "));
	}

	/** The chain of attribution in words. */
	String viaInWords() {
		return this.via.isEmpty() ? NONE : String.join(", ", this.via);
	}

	/**
	 * A link to a point.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number, from 1
	 * @param letter the sub-point's letter
	 * @param bearing how the claim bears on it
	 */
	record PointLink(String plan, int number, @Nullable String letter,
			String bearing) implements Comparable<PointLink> {

		/** Number and letter, {@code 12b} for instance. */
		String label() {
			return this.number + ((this.letter != null) ? this.letter : "");
		}

		String inWords() {
			return label() + " " + this.bearing;
		}

		@Override
		public int compareTo(PointLink other) {
			return java.util.Comparator.comparing(PointLink::plan)
				.thenComparing(PointLink::number)
				.thenComparing(PointLink::label)
				.thenComparing(PointLink::bearing)
				.compare(this, other);
		}

	}

}
