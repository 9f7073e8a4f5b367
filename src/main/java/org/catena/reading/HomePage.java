package org.catena.reading;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The start page.
 *
 * @param plan the plan with its points; null while the archive is empty
 * @param newest the newest articles
 * @param contradictions some claims of different articles that cannot both be true
 * @param totals how much the archive holds
 */
record HomePage(@Nullable PlanPage plan, List<ArticleRow> newest, List<RelationRow> contradictions, Totals totals) {

	/** Points of the list of those that are disputed most. */
	private static final int MOST_CONTESTED = 6;

	/** The points with most contradictions and disputes, then with most claims. */
	public List<PlanPage.PointRow> contested() {
		PlanPage read = this.plan;
		return (read == null) ? List.of()
				: read.points()
					.stream()
					.filter((point) -> point.stances().total() > 0)
					.sorted(Comparator.comparingInt(PlanPage.PointRow::contradictions)
						.thenComparingInt((point) -> point.stances().total())
						.reversed())
					.limit(MOST_CONTESTED)
					.toList();
	}

	/**
	 * How much the archive holds.
	 *
	 * @param articles published articles
	 * @param claims shown claims
	 * @param sources sources of published articles
	 * @param opposed contradictions and disputes
	 */
	record Totals(int articles, int claims, int sources, int opposed) {
	}

}
