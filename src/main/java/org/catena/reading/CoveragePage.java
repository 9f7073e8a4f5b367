package org.catena.reading;

import java.util.List;

import org.catena.agreement.Coverage;

/**
 * Which sentences of each article carry no claim.
 *
 * @param coverages by article, newest first
 * @param number the number of the page, from 1
 * @param hasNext whether there are older articles
 */
record CoveragePage(List<Coverage> coverages, int number, boolean hasNext) {

	/** Articles on a page. */
	static final int SIZE = 20;

	/** Whether this page is the whole of it. */
	public boolean whole() {
		return this.number == 1 && !this.hasNext;
	}

	/** Sentences of these articles. */
	public int sentences() {
		return this.coverages.stream().mapToInt(Coverage::sentences).sum();
	}

	/** Sentences of these articles that carry a claim. */
	public int covered() {
		return this.coverages.stream().mapToInt(Coverage::covered).sum();
	}

}
