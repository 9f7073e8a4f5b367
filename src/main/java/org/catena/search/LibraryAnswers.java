package org.catena.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Asks by the library alone, as a cluster wants it: hits, total and counts in one
 * request, and one more for each facet in which something is chosen.
 */
@Component
@ConditionalOnProperty(name = "catena.search.backend", havingValue = "elasticsearch")
class LibraryAnswers implements Answers {

	@Override
	public Answer answer(IndexQuery query, int offset, int limit) {
		Map<Facet, AggregationKey<Map<String, Long>>> keys = new EnumMap<>(Facet.class);
		query.counted()
			.stream()
			.filter((facet) -> query.query().chosen(facet).isEmpty())
			.forEach((facet) -> keys.put(facet, AggregationKey.of(facet.parameter())));
		SearchResult<Long> result = query.fetch(offset, limit, keys);
		Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
		keys.forEach((facet, key) -> counts.put(facet, result.aggregation(key)));
		boolean cutOff = result.timedOut();
		for (Facet facet : query.query().chosen().keySet()) {
			AggregationKey<Map<String, Long>> key = AggregationKey.of(facet.parameter());
			SearchResult<?> without = query.countsWithout(facet, key);
			counts.put(facet, without.aggregation(key));
			cutOff |= without.timedOut();
		}
		query.addYears(counts);
		return new Answered(IndexQuery.total(result), result.hits(), counts, cutOff);
	}

	@Override
	public Count count(IndexQuery query) {
		SearchResult<?> counted = query.countByLibrary();
		return new Answered(IndexQuery.total(counted), List.of(), Map.of(), counted.timedOut());
	}

	private record Answered(long total, List<Long> hits, Map<Facet, Map<String, Long>> counts,
			boolean cutOff) implements Answer {
	}

}
