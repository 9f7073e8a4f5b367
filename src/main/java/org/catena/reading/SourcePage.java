package org.catena.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A source: what it is, its articles, and on which points they speak.
 *
 * @param slug its name in addresses
 * @param name its name
 * @param publisher who issues it
 * @param website its address
 * @param country where it is published, with the basis
 * @param variants other names
 * @param articles its articles, newest first
 * @param stances how many of their claims have which stance
 * @param points the points on which they speak
 */
record SourcePage(String slug, String name, @Nullable String publisher, @Nullable String website, MetadataRow country,
		List<String> variants, List<ArticleRow> articles, StanceCounts stances, List<OnPoint> points) {

	/**
	 * What the source's articles say on a point.
	 *
	 * @param point the point
	 * @param stances how many claims have which stance
	 */
	record OnPoint(ClaimRow.PointRef point, StanceCounts stances) {
	}

}
