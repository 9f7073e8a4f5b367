package org.catena.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Uptake;
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

	/** What is compared, by the names of fields in files, in the order of pages. */
	static final Map<String, Function<CodedClaim, String>> COMPARED = compared();

	/**
	 * A claim as it is handed in.
	 * @param submission the claim
	 * @param span where it stands
	 * @param plan the slug of the plan that its article comments on
	 */
	public static CodedClaim of(ClaimSubmission submission, TextSpan span, @Nullable String plan) {
		Map<CodedField, String> values = new EnumMap<>(CodedField.class);
		Uptake uptake = submission.uptake();
		String target = submission.targetAgent();
		values.put(CodedField.KIND, submission.kind().word());
		values.put(CodedField.STANCE, submission.stance().word());
		values.put(CodedField.TARGET, submission.target().word());
		values.put(CodedField.TARGET_AGENT, (target != null) ? target : NONE);
		values.put(CodedField.ASPECT, submission.aspect().word());
		values.put(CodedField.CERTAINTY, submission.certainty().word());
		values.put(CodedField.VERSION, submission.version().word());
		values.put(CodedField.CLAIMANT, submission.claimant());
		values.put(CodedField.UPTAKE, (uptake != null) ? uptake.word() : NONE);
		SortedSet<PointLink> points = new TreeSet<>();
		for (ClaimSubmission.PointLink link : submission.points()) {
			String of = (link.plan() != null) ? link.plan() : plan;
			points.add(new PointLink((of != null) ? of : "", link.number(), link.letter(), link.bearing().word()));
		}
		return new CodedClaim(submission.key(), span, submission.quote().exact(), submission.paraphrase(), values,
				submission.via(), points);
	}

	private static Map<String, Function<CodedClaim, String>> compared() {
		Map<String, Function<CodedClaim, String>> compared = new LinkedHashMap<>();
		compared.put("exact", CodedClaim::exact);
		compared.put("points", CodedClaim::pointsInWords);
		for (CodedField field : CodedField.values()) {
			compared.put(field.word(), (claim) -> claim.value(field));
		}
		compared.put("via", CodedClaim::viaInWords);
		return compared;
	}

	/** The fields, as files call them, in which another coding of the claim differs. */
	public List<String> differing(CodedClaim other) {
		List<String> differing = new ArrayList<>();
		COMPARED.forEach((field, value) -> {
			if (!value.apply(this).equals(value.apply(other))) {
				differing.add(field);
			}
		});
		return differing;
	}

	/** The name within the article, {@code c07} for instance. */
	public String name() {
		return this.key.substring(this.key.indexOf('/') + 1);
	}

	/** The value of a field, {@value #NONE} where there is none. */
	public String value(CodedField field) {
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
	public record PointLink(String plan, int number, @Nullable String letter,
			String bearing) implements Comparable<PointLink> {

		/** Number and letter, {@code 12b} for instance. */
		public String label() {
			return this.number + ((this.letter != null) ? this.letter : "");
		}

		String inWords() {
			return label() + " " + this.bearing;
		}

		@Override
		public int compareTo(PointLink other) {
			return Comparator.comparing(PointLink::plan)
				.thenComparing(PointLink::number)
				.thenComparing(PointLink::label)
				.thenComparing(PointLink::bearing)
				.compare(this, other);
		}

	}

}
