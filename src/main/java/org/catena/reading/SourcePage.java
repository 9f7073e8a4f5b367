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
 * @param articles its newest articles
 * @param total how many articles it has
 * @param points its claims by point and stance
 */
record SourcePage(String slug, String name, @Nullable String publisher, @Nullable String website, MetadataRow country,
		List<String> variants, List<ArticleRow> articles, int total, Tally points) {
}
