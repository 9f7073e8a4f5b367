package org.catena.reading;

import java.util.List;

import org.catena.reading.ClaimRow.AgentLink;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists and links show it.
 *
 * @param id its id in the tables
 * @param slug its name in addresses
 * @param title the title, in square brackets where it is supplied
 * @param supplied whether the title is supplied
 * @param source the source's slug
 * @param sourceName the source's name
 * @param authors the authors; none when the author is not stated
 * @param date when it appeared
 * @param claims how many claims are shown
 */
record ArticleRow(long id, String slug, String title, boolean supplied, String source, String sourceName,
		List<AgentLink> authors, @Nullable DateLabel date, int claims) {

	public String address() {
		return "/articles/" + this.slug;
	}

	/** The authors' names, or that nobody states them. */
	public String authorNames() {
		return this.authors.isEmpty() ? "Author not stated"
				: String.join(", ", this.authors.stream().map(AgentLink::name).toList());
	}

}
