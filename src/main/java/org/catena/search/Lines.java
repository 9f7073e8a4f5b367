package org.catena.search;

import java.util.List;

/**
 * A page of a concordance.
 *
 * @param total how many occurrences there are in what was read
 * @param read how many articles or claims were read
 * @param found how many articles or claims the query finds; more than were read where
 * there are too many to read them for a page
 * @param silent how many of those read have no occurrence in their text: they were found
 * by a title, a name or our words
 * @param page from 1
 * @param pages how many pages the lines fill
 * @param lines the lines of the page
 */
public record Lines(long total, int read, long found, int silent, int page, int pages, List<Line> lines) {

	/** Whether everything that the query finds was read, so that the total is exact. */
	public boolean isWhole() {
		return this.read == this.found;
	}

}
