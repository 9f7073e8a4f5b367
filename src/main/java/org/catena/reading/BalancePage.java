package org.catena.reading;

import java.util.List;

import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;

/**
 * How even the archive is, and what it leaves out.
 *
 * @param totals how much the archive holds
 * @param sources claims by source and stance
 * @param articles claims by article and stance
 * @param claimants claims by claimant and stance
 * @param attribution claims by whose they are, and by what the author makes of them
 * @param targets claims by what they are aimed at
 * @param themes claims by theme of the plan
 * @param half the least number of articles that hold half of the claims
 * @param points points of which at most one source speaks, in order
 * @param unheard agents at whom claims are aimed, but to whom none is attributed
 * @param countries articles by the country of their source
 * @param languages articles by language
 * @param months articles by the month in which they can have appeared at the earliest
 * @param notStated articles whose author is not stated
 * @param inferredDates articles whose date is not printed
 * @param coverage how much of the newest texts carries a claim
 */
record BalancePage(HomePage.Totals totals, Tally sources, Tally articles, Tally claimants, Tally attribution,
		Tally targets, Tally themes, int half, List<LonelyPoint> points, List<AgentLink> unheard,
		List<Counted> countries, List<Counted> languages, List<Counted> months, int notStated, int inferredDates,
		CoveragePage coverage) {

	/** Points of which no source speaks. */
	public List<LonelyPoint> silent() {
		return this.points.stream().filter((point) -> point.source() == null).toList();
	}

	/** Points of which one source alone speaks. */
	public List<LonelyPoint> single() {
		return this.points.stream().filter((point) -> point.source() != null).toList();
	}

	/** The share of the claims that the article with most of them has, in percent. */
	public long largestShare() {
		return (this.articles.parts().isEmpty() || this.totals.claims() == 0) ? 0
				: Math.round(this.articles.parts().get(0).stances().total() * 100.0 / this.totals.claims());
	}

	/**
	 * A point of which at most one source speaks.
	 *
	 * @param point the point
	 * @param claims how many claims are on it
	 * @param source the slug of the source; null when there is none
	 * @param sourceName its name
	 */
	record LonelyPoint(PointRef point, int claims, @Nullable String source, @Nullable String sourceName) {
	}

	/**
	 * How many articles have something in common.
	 *
	 * @param name what; null where it is not known
	 * @param articles how many articles
	 */
	record Counted(@Nullable String name, int articles) {
	}

}
