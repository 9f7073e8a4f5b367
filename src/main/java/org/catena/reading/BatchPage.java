package org.catena.reading;

import java.util.List;
import java.util.Map;

import org.catena.search.Facet;
import org.catena.search.Scope;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;

/**
 * Many queries at once.
 *
 * @param typed the queries as handed in, a line each
 * @param scope what is counted
 * @param facet by what it is counted
 * @param columns the values of the facet that have most hits, with their labels
 * @param rows a row for each query
 * @param messages what was ignored and why
 */
record BatchPage(String typed, Scope scope, Facet facet, Map<String, String> columns, List<Row> rows,
		List<String> messages) {

	/** Queries at most. */
	static final int MOST = 500;

	/** Values of the facet that have a column. */
	static final int COLUMNS = 12;

	public Facet[] facets() {
		return Facet.values();
	}

	public boolean isOfClaims() {
		return this.scope == Scope.CLAIMS;
	}

	/**
	 * A query and its counts.
	 *
	 * @param line the line that it stands on, from 1
	 * @param query the query
	 * @param error why it was not searched; empty where it was
	 * @param notes what was ignored in it
	 * @param total how many hits it has
	 * @param counts hits by the values of the facet
	 * @param labels the values' names
	 */
	record Row(int line, SearchQuery query, String error, List<String> notes, long total, Map<String, Long> counts,
			Map<String, String> labels) {

		public boolean isSearched() {
			return this.error.isEmpty();
		}

		public String address() {
			return SearchAddress.of(this.query);
		}

		public long count(String value) {
			return this.counts.getOrDefault(value, 0L);
		}

		/** Where the hits with a value are listed. */
		public String address(Facet facet, String value) {
			return SearchAddress.of(this.query.with(facet, value));
		}

	}

}
