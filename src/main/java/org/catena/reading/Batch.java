package org.catena.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.catena.search.AllHits;
import org.catena.search.Facet;
import org.catena.search.FacetCounts;
import org.catena.search.Scope;
import org.catena.search.SearchQuery;
import org.springframework.stereotype.Component;

/**
 * Answers many queries with counts. A query that says nothing has its error in its row,
 * and those that time does not allow for say so in theirs.
 */
@Component
class Batch {

	/** Characters, or bytes of a file, that are read at most. */
	static final int LONGEST = 600_000;

	/** How long queries are begun. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	private final AllHits hits;

	private final Clock clock;

	Batch(AllHits hits, Clock clock) {
		this.hits = hits;
		this.clock = clock;
	}

	/**
	 * Counts.
	 * @param typed the queries, a line each; empty lines and those that begin with # do
	 * not count
	 * @param messages takes what was ignored
	 */
	BatchPage run(String typed, Scope scope, Facet facet, List<String> messages) {
		if (typed.length() > LONGEST) {
			messages.add("At most %,d characters are read; these are %,d.".formatted(LONGEST, typed.length()));
			return new BatchPage("", scope, facet, Map.of(), List.of(), messages);
		}
		Instant end = this.clock.instant().plus(PATIENCE);
		String[] lines = typed.split("\\R", -1);
		List<BatchPage.Row> rows = new ArrayList<>();
		int left = 0;
		for (int i = 0; i < lines.length; i++) {
			String words = lines[i].strip();
			if (words.isEmpty() || words.startsWith("#")) {
				continue;
			}
			if (rows.size() == BatchPage.MOST) {
				left++;
				continue;
			}
			rows.add(row(i + 1, SearchQuery.of(words, scope), facet, end));
		}
		if (left > 0) {
			messages.add("At most %,d queries are answered at once; %,d more were left out.".formatted(BatchPage.MOST,
					left));
		}
		if (rows.isEmpty()) {
			messages.add("There is no query: write one on each line, or choose a file.");
		}
		return new BatchPage(typed, scope, facet, columns(rows), rows, messages);
	}

	private BatchPage.Row row(int line, SearchQuery query, Facet facet, Instant end) {
		if (this.clock.instant().isAfter(end)) {
			return new BatchPage.Row(line, query, "Not answered: the queries before it took more than a minute.",
					List.of(), 0, Map.of(), Map.of());
		}
		AllHits.Counted counted = this.hits.counted(query);
		if (!counted.understood()) {
			return new BatchPage.Row(line, query, String.join(" ", counted.notes()), List.of(), 0, Map.of(), Map.of());
		}
		FacetCounts counts = this.hits.named(facet, counted);
		Map<String, Long> values = new LinkedHashMap<>();
		counts.values().forEach((value) -> values.put(value.value(), value.count()));
		return new BatchPage.Row(line, query, "", counted.notes(), counted.total(), values, counts.values()
			.stream()
			.collect(Collectors.toMap(FacetCounts.Value::value, FacetCounts.Value::label, (one, other) -> one)));
	}

	private static Map<String, String> columns(List<BatchPage.Row> rows) {
		Map<String, Long> totals = new TreeMap<>();
		Map<String, String> labels = new LinkedHashMap<>();
		rows.forEach((row) -> {
			row.counts().forEach((value, count) -> totals.merge(value, count, Long::sum));
			labels.putAll(row.labels());
		});
		Map<String, String> columns = new LinkedHashMap<>();
		totals.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(BatchPage.COLUMNS)
			.forEach((value) -> columns.put(value.getKey(), labels.getOrDefault(value.getKey(), value.getKey())));
		return columns;
	}

}
