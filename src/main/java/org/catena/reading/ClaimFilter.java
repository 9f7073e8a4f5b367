package org.catena.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.catena.annotation.Stance;
import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of an article are marked. A value that no claim has shows none of them.
 *
 * @param stance a stance as a word, or null for all
 * @param kind a kind as a word, or null for all
 * @param point a point's number as text, or null for all
 * @param claimant an agent's slug, {@code author} for the author, or null for all
 */
record ClaimFilter(@Nullable String stance, @Nullable String kind, @Nullable String point, @Nullable String claimant) {

	/** Marks every claim. */
	static final ClaimFilter NONE = new ClaimFilter(null, null, null, null);

	ClaimFilter {
		stance = orNull(stance);
		kind = orNull(kind);
		point = orNull(point);
		claimant = orNull(claimant);
	}

	/** Whether anything is left out. */
	public boolean isActive() {
		return this.stance != null || this.kind != null || this.point != null || this.claimant != null;
	}

	boolean accepts(ClaimRow claim) {
		return (this.stance == null || this.stance.equals(claim.stance().word()))
				&& (this.kind == null || this.kind.equals(claim.coding().kind()))
				&& (this.point == null
						|| claim.points().stream().anyMatch((ref) -> this.point.equals(String.valueOf(ref.number()))))
				&& (this.claimant == null || this.claimant.equals(claimant(claim)));
	}

	private static String claimant(ClaimRow claim) {
		AgentLink agent = claim.claimant();
		return claim.claimantIsAuthor() || agent == null || agent.slug() == null ? "author" : agent.slug();
	}

	private static @Nullable String orNull(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value;
	}

	/**
	 * What can be chosen in an article.
	 *
	 * @param stances the stances that occur
	 * @param kinds the kinds that occur
	 * @param points the points that occur, by number
	 * @param claimants the claimants other than the author, by name
	 */
	record Choices(List<String> stances, List<String> kinds, List<PointRef> points, List<AgentLink> claimants) {

		static Choices of(List<ClaimRow> claims) {
			Map<Integer, PointRef> points = new TreeMap<>();
			claims.forEach((claim) -> claim.points().forEach((point) -> points.putIfAbsent(point.number(), point)));
			return new Choices(claims.stream().map(ClaimRow::stance).distinct().sorted().map(Stance::word).toList(),
					claims.stream().map((claim) -> claim.coding().kind()).distinct().sorted().toList(),
					List.copyOf(points.values()),
					claims.stream()
						.filter((claim) -> !"author".equals(ClaimFilter.claimant(claim)))
						.map(ClaimRow::claimant)
						.distinct()
						.sorted(Comparator.comparing(AgentLink::name))
						.toList());
		}

	}

}
