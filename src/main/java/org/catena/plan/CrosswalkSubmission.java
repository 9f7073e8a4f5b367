package org.catena.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A crosswalk as it is handed in, whole: what became of the points of a plan in a later
 * one, as far as it is known.
 *
 * @param earlier the slug of the earlier plan
 * @param later the slug of the later plan
 * @param about on what the table rests, and what it cannot say
 * @param remarks what is said of the later plan as a whole
 * @param points what is known of single points
 */
public record CrosswalkSubmission(String earlier, String later, String about, List<RemarkSubmission> remarks,
		List<CorrespondenceSubmission> points) {

	/** A name for reports. */
	public String label() {
		return this.earlier + " and " + this.later;
	}

	/**
	 * What is said of the later plan as a whole, beside the earlier.
	 *
	 * @param says a sentence of our own
	 * @param support on what it rests
	 */
	public record RemarkSubmission(String says, Support support) {
	}

	/**
	 * What became of a point.
	 *
	 * @param kind what the later point is to the earlier
	 * @param earlier the point of the earlier plan; null where the later is new
	 * @param later the point of the later plan; null where there is none or its number is
	 * not known
	 * @param note what remained and what changed, in our own words
	 * @param support on what that rests
	 */
	public record CorrespondenceSubmission(CorrespondenceKind kind, @Nullable PointName earlier,
			@Nullable PointName later, String note, Support support) {
	}

	/**
	 * A point of a plan, or a part of it.
	 *
	 * @param number the point's number
	 * @param letter the part's letter, or null for the whole point
	 */
	public record PointName(int number, @Nullable String letter) {

		@Override
		public String toString() {
			return this.number + ((this.letter != null) ? this.letter : "");
		}

	}

	/**
	 * On what something rests.
	 *
	 * @param basis the kind of it
	 * @param evidence in words: from which words it follows, for instance
	 * @param page the address of the public page that says so
	 * @param claims the permanent ids of the claims that say so
	 */
	public record Support(PlanBasis basis, @Nullable String evidence, @Nullable String page, List<String> claims) {
	}

}
