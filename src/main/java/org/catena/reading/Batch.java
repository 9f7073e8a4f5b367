package org.catena.reading;

import java.io.IOException;
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
import org.catena.table.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers many queries with counts or hits. A query that says nothing has its error in
 * its row, and those that time does not allow for say so in theirs.
 */
@Component
class Batch {

	/** Characters, or bytes of a file, that are read at most. */
	static final int LONGEST = 600_000;

	/** How long an answer is worked on, counts and hits together. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	/** Hits that an answer lists at most, those of all queries together. */
	static final int MOST_LISTED = 50_000;

	/** Hits that are read at once. */
	private static final int CHUNK = 200;

	private final AllHits hits;

	private final SearchExports exports;

	private final Clock clock;

	Batch(AllHits hits, SearchExports exports, Clock clock) {
		this.hits = hits;
		this.exports = exports;
		this.clock = clock;
	}

	/** When an answer that is begun now must end. */
	Instant end() {
		return this.clock.instant().plus(PATIENCE);
	}

	/**
	 * Counts.
	 * @param typed the queries, a line each; empty lines and those that begin with # do
	 * not count
	 * @param end until when queries are begun
	 * @param messages takes what was ignored
	 */
	BatchPage run(String typed, Scope scope, Facet facet, Instant end, List<String> messages) {
		if (typed.length() > LONGEST) {
			messages.add("At most %,d characters are read; these are %,d.".formatted(LONGEST, typed.length()));
			return new BatchPage("", scope, facet, Map.of(), List.of(), messages);
		}
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

	/**
	 * Lists the hits of the queries, those of a query together. Where some are missing, a
	 * row says of which query and why.
	 * @param page the queries, counted
	 * @param end until when hits are read
	 * @param most hits at most
	 * @param site the beginning of addresses
	 * @param writer where to; it was begun with {@link #columns(Scope)}
	 */
	void list(BatchPage page, Instant end, int most, String site, TableWriter writer) throws IOException {
		int left = most;
		for (BatchPage.Row row : page.rows()) {
			if (!row.isSearched()) {
				missing(page, row, row.error(), writer);
				continue;
			}
			boolean late = isOver(end);
			// One more than are listed: so it is known whether there are more.
			List<Long> ids = late ? List.of() : this.hits.ids(row.query(), left + 1);
			int all = Math.min(ids.size(), left);
			int listed = 0;
			while (listed < all && !isOver(end)) {
				int to = Math.min(all, listed + CHUNK);
				this.exports.rows(row.query(), ids.subList(listed, to), site, before(row, null), writer);
				listed = to;
			}
			left -= listed;
			if (listed < ids.size() || (late && row.total() > 0)) {
				missing(page, row,
						"%,d of %,d are listed: %s.".formatted(listed, row.total(), (late || listed < all)
								? "the answer took more than a minute" : "an answer lists at most %,d".formatted(most)),
						writer);
			}
		}
	}

	private static void missing(BatchPage page, BatchPage.Row row, String sentence, TableWriter writer)
			throws IOException {
		Map<String, @Nullable Object> cells = new LinkedHashMap<>();
		columns(page.scope()).forEach((column) -> cells.put(column, null));
		cells.putAll(before(row, sentence));
		writer.row("missing", cells);
	}

	/** The columns of hits of many queries. */
	static List<String> columns(Scope scope) {
		List<String> columns = new ArrayList<>(List.of("line", "query", "missing"));
		columns.addAll((scope == Scope.CLAIMS) ? SearchExports.CLAIM : SearchExports.ARTICLE);
		return columns;
	}

	private static Map<String, @Nullable Object> before(BatchPage.Row row, @Nullable String missing) {
		Map<String, @Nullable Object> before = new LinkedHashMap<>();
		before.put("line", row.line());
		before.put("query", row.query().words());
		before.put("missing", missing);
		return before;
	}

	private boolean isOver(Instant end) {
		return this.clock.instant().isAfter(end);
	}

	private BatchPage.Row row(int line, SearchQuery query, Facet facet, Instant end) {
		if (isOver(end)) {
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
		List<String> notes = new ArrayList<>(counted.notes());
		if (counted.cutOff()) {
			notes.add("Counting took too long and was cut off, so there can be more.");
		}
		return new BatchPage.Row(line, query, "", notes, counted.total(), values, counts.values()
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
