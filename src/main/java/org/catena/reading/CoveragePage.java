package org.catena.reading;

import java.util.List;

import org.catena.agreement.Coverage;

/**
 * Which sentences of each article carry no claim.
 *
 * @param coverages by article, earliest first
 */
record CoveragePage(List<Coverage> coverages) {

	/** Sentences of all articles. */
	public int sentences() {
		return this.coverages.stream().mapToInt(Coverage::sentences).sum();
	}

	/** Sentences of all articles that carry a claim. */
	public int covered() {
		return this.coverages.stream().mapToInt(Coverage::covered).sum();
	}

}
