package org.catena.reading;

import java.util.List;

/**
 * Contradictions and disputes, by matter.
 *
 * @param matters all matters, those with most pairs first, with the pairs on this page
 * @param filter which pairs are shown
 * @param total how many pairs that are, on all pages
 * @param number the number of the page, from 1
 */
record OppositionsPage(List<Matter> matters, OppositionFilter filter, int total, int number) {

	/** Pairs on a page. */
	static final int SIZE = 100;

	/** The matters with pairs on this page. */
	public List<Matter> shown() {
		return this.matters.stream().filter((matter) -> !matter.pairs().isEmpty()).toList();
	}

	/** How many pairs are on this page. */
	public int pairs() {
		return this.matters.stream().mapToInt((matter) -> matter.pairs().size()).sum();
	}

	/** The address of another page of these pairs. */
	public String address(int page) {
		return this.filter.address(page);
	}

	/** The address of the pairs on a matter. */
	public String address(Matter matter) {
		return this.filter.on(matter.name()).address(1);
	}

	public boolean hasPrevious() {
		return this.number > 1;
	}

	public boolean hasNext() {
		return (long) this.number * SIZE < this.total;
	}

	/**
	 * What pairs are about.
	 *
	 * @param name the matter, in a word
	 * @param total how many pairs there are, on all pages
	 * @param pairs the pairs on this page, contradictions first
	 */
	record Matter(String name, int total, List<RelationRow> pairs) {

		/** The name as an id. */
		public String id() {
			return "matter-" + this.name.replaceAll("[^\\p{L}\\p{N}]+", "-");
		}

	}

}
