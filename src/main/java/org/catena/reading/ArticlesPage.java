package org.catena.reading;

import java.util.List;

/**
 * A page of the list of articles.
 *
 * @param articles the articles, newest first
 * @param number the number of the page, from 1
 * @param total how many articles there are
 */
record ArticlesPage(List<ArticleRow> articles, int number, long total) {

	/** Articles on a page. */
	static final int SIZE = 50;

	public boolean hasPrevious() {
		return this.number > 1;
	}

	public boolean hasNext() {
		return (long) this.number * SIZE < this.total;
	}

}
