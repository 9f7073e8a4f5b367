package org.catena.agreement;

import java.util.List;

/**
 * How far two codings of one text, or of several, agree.
 *
 * @param spans in what they mark
 * @param values in the fields, on matched claims
 * @param points in the links to points, on matched claims
 */
public record Agreement(SpanAgreement spans, List<ValueAgreement> values, List<PointAgreement> points) {

	/** Agreement in a field. */
	public ValueAgreement in(CodedField field) {
		return this.values.stream().filter((value) -> value.field() == field).findFirst().orElseThrow();
	}

	/**
	 * How far two codings mark the same stretches.
	 *
	 * @param first claims of the first coding
	 * @param second claims of the second
	 * @param matched claims matched one to one whose spans have at least half of what
	 * either covers in common
	 * @param nested claims matched one to one whose spans have at least half of the
	 * shorter in common
	 * @param alpha Krippendorff's alpha for unitising (1995), of the stretches that are
	 * marked at all: a coder's spans that overlap are one stretch, because the measure is
	 * not defined for units that overlap
	 */
	public record SpanAgreement(int first, int second, int matched, int nested, Figure alpha) {

		/** The share of the second coding's claims that the first has. */
		public Figure precision() {
			return Figure.ratio(this.matched, this.second);
		}

		/** The share of the first coding's claims that the second has. */
		public Figure recall() {
			return Figure.ratio(this.matched, this.first);
		}

		/** F1 of spans at 50 % overlap over the union. */
		public Figure f1() {
			return Figure.ratio(2.0 * this.matched, this.first + this.second);
		}

		/** F1 of spans at 50 % overlap over the shorter. */
		public Figure nestedF1() {
			return Figure.ratio(2.0 * this.nested, this.first + this.second);
		}

	}

	/**
	 * How far two codings give a field the same value.
	 *
	 * @param field the field
	 * @param agreed claims with the same value in both
	 * @param of claims compared
	 * @param kappa Cohen's kappa (1960)
	 * @param confusion the values of one coding against those of the other; empty where
	 * the value is a name
	 */
	public record ValueAgreement(CodedField field, int agreed, int of, Figure kappa, List<ConfusionRow> confusion) {

		/** The share of claims with the same value. */
		public Figure share() {
			return Figure.ratio(this.agreed, this.of);
		}

	}

	/**
	 * The claims to which the first coding gives a value, by the value that the second
	 * gives.
	 *
	 * @param value the first coding's value
	 * @param counts claims for each value of the second, in the order of the field's
	 * values
	 */
	public record ConfusionRow(String value, List<Integer> counts) {
	}

	/**
	 * How far two codings link matched claims to the same points.
	 *
	 * @param by what must be the same
	 * @param both links in both codings
	 * @param onlyFirst links in the first only
	 * @param onlySecond links in the second only
	 */
	public record PointAgreement(LinkPart by, int both, int onlyFirst, int onlySecond) {

		/** F1 of the links. */
		public Figure f1() {
			return Figure.ratio(2.0 * this.both, 2.0 * this.both + this.onlyFirst + this.onlySecond);
		}

	}

	/** What of a link to a point is compared. */
	public enum LinkPart {

		/** The number of the point. */
		NUMBER,

		/** Number and letter. */
		NUMBER_LETTER,

		/** Number and bearing. */
		NUMBER_BEARING;

		/** The part as pages write it. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		String of(CodedClaim.PointLink link) {
			return link.plan() + " " + switch (this) {
				case NUMBER -> link.number();
				case NUMBER_LETTER -> link.label();
				case NUMBER_BEARING -> link.number() + " " + link.bearing();
			};
		}

	}

}
