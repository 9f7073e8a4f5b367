package org.catena.reading;

import java.util.List;

import org.catena.reading.SearchPage.Tab;
import org.catena.search.LineSort;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.catena.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The other forms of a search: each has the same query and what narrows it in its
 * address.
 *
 * @param views list, concordance and frequencies
 * @param csv the rows as a table
 * @param jsonl the rows as JSON lines
 * @param atom the feed
 */
record SearchViews(List<Tab> views, String csv, String jsonl, String atom) {

	/** The forms of the list. */
	static SearchViews list(SearchQuery query) {
		return of(query.onPage(1), null);
	}

	/** The forms of the concordance. */
	static SearchViews kwic(SearchQuery query, LineSort sort) {
		return of(query.onPage(1), sort);
	}

	private static SearchViews of(SearchQuery query, @Nullable LineSort lines) {
		String list = SearchAddress.of(query);
		String kwic = kwicAddress(query, LineSort.NEWEST);
		String shown = (lines == null) ? list : kwicAddress(query, lines);
		String frequencies = list.replaceFirst("^/search", "/frequencies");
		return new SearchViews(
				List.of(new Tab("List", 0, list, lines == null), new Tab("Concordance", 0, kwic, lines != null),
						new Tab("Frequencies", 0, frequencies, false)),
				as(shown, "csv"), as(shown, "jsonl"), as(list, "atom"));
	}

	/** The address of a concordance. */
	static String kwicAddress(SearchQuery query, LineSort sort) {
		SearchQuery unsorted = query.sorted(Sort.RELEVANCE).onPage(query.page());
		String list = SearchAddress.of(unsorted);
		return list + (list.contains("?") ? "&" : "?") + "view=kwic"
				+ ((sort == LineSort.NEWEST) ? "" : "&sort=" + sort.word());
	}

	private static String as(String address, String form) {
		return address.replaceFirst("^/search", "/search." + form);
	}

}
