package org.catena.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.reading.PointPage.Retelling;
import org.catena.reading.PointPage.SourceRow;
import org.catena.reading.RelationRows.DiscrepancyRow;

/**
 * Finds who tells what a point says, and whether as it is written. A claim tells it when
 * it is about the point, descriptive, and of the plan's content; or when a discrepancy
 * was recorded, which presupposes that it tells it.
 *
 * @param plan the plan's slug
 * @param number the point's number
 * @param claims the claims on the point
 * @param discrepancies where claims state it otherwise
 */
record Retold(String plan, int number, List<ClaimRow> claims, List<DiscrepancyRow> discrepancies) {

	/** The articles that speak of the point, in the order of their claims. */
	List<SourceRow> sources() {
		Map<Long, Set<String>> gravities = new LinkedHashMap<>();
		this.discrepancies.forEach(
				(row) -> gravities.computeIfAbsent(row.claim().id(), (id) -> new LinkedHashSet<>()).add(row.gravity()));
		Map<Long, List<ClaimRow>> byArticle = new LinkedHashMap<>();
		this.claims
			.forEach((claim) -> byArticle.computeIfAbsent(claim.article().id(), (id) -> new ArrayList<>()).add(claim));
		return byArticle.values()
			.stream()
			.map((ofArticle) -> new SourceRow(ofArticle.get(0).article(), StanceCounts.of(ofArticle),
					ofArticle.stream()
						.filter((claim) -> gravities.containsKey(claim.id()) || tells(claim))
						.map((claim) -> new Retelling(claim, List.copyOf(gravities.getOrDefault(claim.id(), Set.of()))))
						.toList(),
					ofArticle.stream().anyMatch(this::isAbout)))
			.toList();
	}

	private boolean tells(ClaimRow claim) {
		return isAbout(claim) && "descriptive".equals(claim.coding().kind())
				&& "content".equals(claim.coding().aspect());
	}

	private boolean isAbout(ClaimRow claim) {
		return claim.points()
			.stream()
			.anyMatch((point) -> point.about() && point.number() == this.number && point.plan().equals(this.plan));
	}

}
