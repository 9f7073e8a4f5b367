package org.catena.reading;

import java.util.List;

import org.catena.article.Brief;
import org.catena.search.LineSort;
import org.catena.search.SearchParameters;
import org.catena.search.SearchQuery;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a concordance: those of a search, but with orders of its own.
 *
 * @param query the search
 * @param sort the order of the lines
 */
record LineParameters(SearchQuery query, LineSort sort) {

	static LineParameters read(MultiValueMap<String, String> parameters, List<String> messages) {
		MultiValueMap<String, String> others = new LinkedMultiValueMap<>(parameters);
		others.remove("sort");
		return new LineParameters(SearchParameters.read(others, messages), sort(parameters.getFirst("sort"), messages));
	}

	/** Whether a search is asked for as a concordance. */
	static boolean isAsked(MultiValueMap<String, String> parameters) {
		return "kwic".equals(parameters.getFirst("view"));
	}

	private static LineSort sort(@org.jspecify.annotations.Nullable String given, List<String> messages) {
		if (given == null || given.isBlank()) {
			return LineSort.NEWEST;
		}
		for (LineSort sort : LineSort.values()) {
			if (sort.word().equals(given.strip())) {
				return sort;
			}
		}
		messages.add("“%s” is no order of a concordance, so the newest come first.".formatted(Brief.of(given)));
		return LineSort.NEWEST;
	}

}
