package org.catena.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

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
		query.query().chosen().keySet().forEach((facet) -> counts.put(facet, query.countsWithout(facet)));
		query.addYears(counts);
		return new Answered(IndexQuery.total(result), result.hits(), counts, result.timedOut());
	}

	@Override
	public LongSupplier count(IndexQuery query) {
		long count = query.count();
		return () -> count;
	}

	private record Answered(long total, List<Long> hits, Map<Facet, Map<String, Long>> counts,
			boolean cutOff) implements Answer {
	}

}
