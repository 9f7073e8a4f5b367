package org.catena.suggestion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How often the right points are among the first of a ranking.
 *
 * @param claims claims that are linked to a point
 * @param links their links; several parts of one point count once
 * @param links1 links whose point is ranked first
 * @param links3 links whose point is among the first three
 * @param links5 links whose point is among the first five
 * @param claims1 claims one of whose points is ranked first
 * @param claims3 claims one of whose points is among the first three
 * @param claims5 claims one of whose points is among the first five
 */
public record Recall(int claims, int links, int links1, int links3, int links5, int claims1, int claims3, int claims5) {

	static final Recall NONE = new Recall(0, 0, 0, 0, 0, 0, 0, 0);

	/** The recall of one ranking. */
	static Recall of(Collection<Integer> right, List<Integer> ranked) {
		int first = found(right, ranked, 1);
		int three = found(right, ranked, 3);
		int five = found(right, ranked, 5);
		return new Recall(1, right.size(), first, three, five, Math.min(first, 1), Math.min(three, 1),
				Math.min(five, 1));
	}

	Recall plus(Recall other) {
		return new Recall(this.claims + other.claims, this.links + other.links, this.links1 + other.links1,
				this.links3 + other.links3, this.links5 + other.links5, this.claims1 + other.claims1,
				this.claims3 + other.claims3, this.claims5 + other.claims5);
	}

	private static int found(Collection<Integer> right, List<Integer> ranked, int first) {
		return (int) ranked.stream().limit(first).filter(right::contains).count();
	}

	/** Recall of links at 1, 3 and 5. */
	public List<String> ofLinks() {
		return List.of(share(this.links1, this.links), share(this.links3, this.links), share(this.links5, this.links));
	}

	/** Share of the claims with a right point at 1, 3 and 5. */
	public List<String> ofClaims() {
		return List.of(share(this.claims1, this.claims), share(this.claims3, this.claims),
				share(this.claims5, this.claims));
	}

	/** What recall of links at 1 can be at most, since claims have several points. */
	public String mostAtOne() {
		return share(this.claims, this.links);
	}

	static String share(int part, int whole) {
		return (whole > 0) ? String.format(Locale.ROOT, "%.2f", (double) part / whole) : "–";
	}

}
