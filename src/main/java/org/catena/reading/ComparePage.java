package org.catena.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;

/**
 * Two articles, sources or agents side by side, by point.
 *
 * @param of what is compared
 * @param choices what can be chosen
 * @param left the one side; null while nothing is chosen
 * @param right the other
 * @param opposed contradictions and disputes between them
 * @param agreeing what agrees or elaborates between them
 * @param points the points of which at least one of them speaks
 */
record ComparePage(Of of, List<Choice> choices, @Nullable Side left, @Nullable Side right, List<RelationRow> opposed,
		List<RelationRow> agreeing, List<OnPoint> points) {

	static ComparePage of(Of of, List<Choice> choices, @Nullable Side left, @Nullable Side right,
			List<RelationRow> relations) {
		if (left == null || right == null) {
			return new ComparePage(of, choices, left, right, List.of(), List.of(), List.of());
		}
		Predicate<RelationRow> opposes = (relation) -> "contradicts".equals(relation.type())
				|| "disputes".equals(relation.type());
		Map<String, OnPoint> points = new TreeMap<>();
		collect(left.claims(), points, true);
		collect(right.claims(), points, false);
		return new ComparePage(of, choices, left, right, relations.stream().filter(opposes).toList(),
				relations.stream().filter(opposes.negate()).toList(), List.copyOf(points.values()));
	}

	private static void collect(List<ClaimRow> claims, Map<String, OnPoint> points, boolean left) {
		for (ClaimRow claim : claims) {
			claim.points().stream().map((point) -> point.plan() + " " + point.number()).distinct().forEach((key) -> {
				PointRef ref = claim.points()
					.stream()
					.filter((point) -> key.equals(point.plan() + " " + point.number()))
					.findFirst()
					.orElseThrow();
				OnPoint on = points.computeIfAbsent(String.format("%s %05d", ref.plan(), ref.number()),
						(sorted) -> new OnPoint(new PointRef(ref.plan(), ref.number(), null, ref.title(), true),
								new ArrayList<>(), new ArrayList<>()));
				(left ? on.left() : on.right()).add(claim);
			});
		}
	}

	/** Pairs of claims of each kind, and claims of a side on a point, at most. */
	static final int MOST_PAIRS = 50;

	static final int MOST_ON_POINT = 5;

	/** The pairs that are shown of those that oppose. */
	public List<RelationRow> shownOpposed() {
		return some(this.opposed, MOST_PAIRS);
	}

	/** The pairs that are shown of those that agree. */
	public List<RelationRow> shownAgreeing() {
		return some(this.agreeing, MOST_PAIRS);
	}

	/** The claims that are shown of those of a side on a point. */
	public List<ClaimRow> shown(List<ClaimRow> claims) {
		return some(claims, MOST_ON_POINT);
	}

	private static <T> List<T> some(List<T> all, int most) {
		return all.subList(0, Math.min(most, all.size()));
	}

	/** Where all claims of a side on a point are. */
	public String address(Side side, PointRef point) {
		return switch (this.of) {
			case ARTICLES -> side.address() + "?point=" + point.number();
			case SOURCES -> "/search?in=claims&source=" + side.slug() + "&point=" + point.plan() + "/" + point.number();
			case AGENTS ->
				"/search?in=claims&claimant=" + side.slug() + "&point=" + point.plan() + "/" + point.number();
		};
	}

	/** Points of which both speak. */
	public List<OnPoint> shared() {
		return this.points.stream().filter((on) -> !on.left().isEmpty() && !on.right().isEmpty()).toList();
	}

	/** Points of which only the left side speaks. */
	public List<OnPoint> onlyLeft() {
		return this.points.stream().filter((on) -> on.right().isEmpty()).toList();
	}

	/** Points of which only the right side speaks. */
	public List<OnPoint> onlyRight() {
		return this.points.stream().filter((on) -> on.left().isEmpty()).toList();
	}

	/** What is compared. */
	enum Of {

		ARTICLES, SOURCES, AGENTS;

		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		static Of of(@Nullable String word) {
			for (Of of : values()) {
				if (of.word().equals(word)) {
					return of;
				}
			}
			return ARTICLES;
		}

	}

	/**
	 * What can be chosen.
	 *
	 * @param slug its name in addresses
	 * @param name its name
	 */
	record Choice(String slug, String name) {
	}

	/**
	 * One side.
	 *
	 * @param slug its name in addresses
	 * @param name its name
	 * @param address its page
	 * @param claims its claims, at most {@value ClaimRows#MOST}
	 * @param stances how many have which stance, all counted
	 */
	record Side(String slug, String name, String address, List<ClaimRow> claims, StanceCounts stances) {

		/** Whether it has more claims than are compared. */
		public boolean isPartly() {
			return this.claims.size() < this.stances.total();
		}

	}

	/**
	 * What both sides claim on a point.
	 *
	 * @param point the point
	 * @param left the claims of the left side
	 * @param right the claims of the right side
	 */
	record OnPoint(PointRef point, List<ClaimRow> left, List<ClaimRow> right) {
	}

}
