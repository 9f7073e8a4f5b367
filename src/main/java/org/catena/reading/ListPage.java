package org.catena.reading;

/**
 * A page of a list of sources or agents, with what they claim.
 *
 * @param tally what is on this page
 * @param number the number of the page, from 1
 * @param total how many the list has
 */
record ListPage(Tally tally, int number, int total) {

	/** Rows on a page. */
	static final int SIZE = 50;

	static ListPage of(Tally tally, int number) {
		return new ListPage(tally, number, tally.parts().size() + tally.left());
	}

	/** The number that an address asks for; the first page where it asks for none. */
	static int number(String page) {
		return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
	}

	public boolean hasPrevious() {
		return this.number > 1;
	}

	public boolean hasNext() {
		return (long) this.number * SIZE < this.total;
	}

}
