package org.catena.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.catena.annotation.Stance;
import org.catena.reading.FrequencyPage.Cell;
import org.catena.reading.FrequencyPage.Row;
import org.catena.search.AllHits;
import org.catena.search.Concordance;
import org.catena.search.Facet;
import org.catena.search.Occurrences;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts how often queries are found and occur. Articles and claims are counted whatever
 * their number; occurrences only where their texts can be read for a page.
 */
@Component
class Frequencies {

	/** Months or sources at most: the last, and those with most hits. */
	static final int MOST_ROWS = 120;

	/** Months over which a date may spread to have a say in which months are shown. */
	private static final int WIDE = 12;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	private final AllHits hits;

	private final Occurrences occurrences;

	private final FrequencyRows rows;

	Frequencies(AllHits hits, Occurrences occurrences, FrequencyRows rows) {
		this.hits = hits;
		this.occurrences = occurrences;
		this.rows = rows;
	}

	/**
	 * Counts.
	 * @param queries at least one, at most {@link FrequencyPage#MOST_QUERIES}, which
	 * differ in their words alone
	 */
	FrequencyPage count(List<SearchQuery> queries, FrequencyBy by, FrequencyOf of, List<String> messages) {
		SearchQuery everything = queries.get(0).asking("").in(by.scope());
		List<Long> ofAll = everything.isNarrowed() ? this.hits.ids(everything) : null;
		Counts base = new Counts(this.rows.count(by, ofAll, null), 0, null);
		List<Counts> counts = new ArrayList<>();
		for (SearchQuery query : queries) {
			List<Long> ids = this.hits.ids(query.in(by.scope()));
			boolean counted = ids.size() <= Concordance.MOST_READ;
			if (!counted) {
				messages.add(
						"“%s” is found in %,d %s. Occurrences are counted in up to %,d, so they are not counted here; narrow the search to have them counted."
							.formatted(query.words(), ids.size(), by.scope().word(), Concordance.MOST_READ));
			}
			Map<Long, Integer> occurring = counted ? this.occurrences.count(query.words(), by.scope(), ids) : null;
			counts.add(new Counts(this.rows.count(by, ids, occurring), ids.size(),
					(occurring == null) ? null : occurring.values().stream().mapToLong(Integer::longValue).sum()));
		}
		List<Row> rows = new ArrayList<>();
		labels(by, base, counts, messages).forEach((key, label) -> rows
			.add(new Row(key.isEmpty() ? null : key, label, cells(queries, by, base, counts, key))));
		// A claim can be on several points, but is one claim of the whole.
		FrequencyRows.Row all = (by != FrequencyBy.POINT) ? base.sum()
				: new Counts(this.rows.count(FrequencyBy.STANCE, ofAll, null), 0, null).sum();
		List<Cell> totals = new ArrayList<>();
		for (int i = 0; i < queries.size(); i++) {
			totals.add(new Cell(counts.get(i).hits(), counts.get(i).occurrences(), all.texts(), all.words(),
					SearchAddress.of(queries.get(i).in(by.scope()))));
		}
		return new FrequencyPage(queries, by, of, rows, new Row(null, "All", totals), messages);
	}

	private static List<Cell> cells(List<SearchQuery> queries, FrequencyBy by, Counts base, List<Counts> counts,
			String key) {
		List<Cell> cells = new ArrayList<>();
		FrequencyRows.Row of = base.at(by, key);
		for (int i = 0; i < queries.size(); i++) {
			FrequencyRows.Row row = counts.get(i).at(by, key);
			Long occurrences = (counts.get(i).occurrences() == null) ? null
					: (row.occurrences() != null) ? row.occurrences() : Long.valueOf(0);
			cells.add(new Cell(row.texts(), occurrences, of.texts(), of.words(),
					address(queries.get(i).in(by.scope()), by, key)));
		}
		return cells;
	}

	/** Where the hits of a cell are listed. */
	private static @Nullable String address(SearchQuery query, FrequencyBy by, String key) {
		return switch (by) {
			case SOURCE -> only(query, Facet.SOURCE, key);
			case POINT -> (query.chosen(Facet.POINT).size() > 1) ? null : only(query, Facet.POINT, key);
			case STANCE -> only(query, Facet.STANCE, key);
			case MONTH -> {
				if (key.isEmpty()) {
					yield null;
				}
				YearMonth month = YearMonth.parse(key);
				LocalDate from = query.from();
				LocalDate to = query.to();
				yield SearchAddress
					.of(query.between((from != null && from.isAfter(month.atDay(1))) ? from : month.atDay(1),
							(to != null && to.isBefore(month.atEndOfMonth())) ? to : month.atEndOfMonth()));
			}
		};
	}

	/**
	 * The values of a facet are alternatives, so where some are chosen only their own
	 * hits can be listed.
	 */
	private static @Nullable String only(SearchQuery query, Facet facet, String value) {
		List<String> chosen = query.chosen(facet);
		if (!chosen.isEmpty() && !chosen.contains(value)) {
			return null;
		}
		SearchQuery bare = query;
		for (String other : chosen) {
			bare = bare.without(facet, other);
		}
		return SearchAddress.of(bare.with(facet, value));
	}

	private static Map<String, String> labels(FrequencyBy by, Counts base, List<Counts> counts, List<String> messages) {
		Map<String, String> labels = new LinkedHashMap<>();
		switch (by) {
			case STANCE -> {
				for (Stance stance : Stance.values()) {
					labels.put(stance.word(), stance.word());
				}
			}
			case POINT -> base.rows().forEach((row) -> labels.put(String.valueOf(row.key()), row.label()));
			case SOURCE -> {
				Map<String, Long> hits = new HashMap<>();
				counts.forEach((query) -> query.rows()
					.forEach((row) -> hits.merge(String.valueOf(row.key()), row.texts(), Long::sum)));
				base.rows()
					.stream()
					.sorted(java.util.Comparator
						.comparing((FrequencyRows.Row row) -> hits.getOrDefault(String.valueOf(row.key()), 0L))
						.reversed()
						.thenComparing(FrequencyRows.Row::label))
					.limit(MOST_ROWS)
					.forEach((row) -> labels.put(String.valueOf(row.key()), row.label()));
				if (base.rows().size() > MOST_ROWS) {
					messages.add("The %,d sources with most hits are shown, of %,d.".formatted(MOST_ROWS,
							base.rows().size()));
				}
			}
			case MONTH -> {
				for (YearMonth month : months(base, messages)) {
					labels.put(month.toString(), MONTH.format(month));
				}
				if (base.rows().stream().anyMatch((row) -> row.key() == null)) {
					labels.put("", "Date not known");
				}
			}
		}
		return labels;
	}

	/** From the first month to the last in which articles of a narrow date appeared. */
	private static List<YearMonth> months(Counts base, List<String> messages) {
		TreeSet<YearMonth> ends = new TreeSet<>();
		for (FrequencyRows.Row row : base.rows()) {
			if (row.key() != null && row.last() != null) {
				YearMonth first = YearMonth.parse(row.key());
				YearMonth last = YearMonth.parse(row.last());
				if (!last.isAfter(first.plusMonths(WIDE))) {
					ends.add(first);
					ends.add(last);
				}
			}
		}
		List<YearMonth> months = new ArrayList<>();
		if (!ends.isEmpty()) {
			YearMonth month = ends.last();
			while (!month.isBefore(ends.first()) && months.size() < MOST_ROWS) {
				months.add(0, month);
				month = month.minusMonths(1);
			}
			if (!month.isBefore(ends.first())) {
				messages.add("The last %,d months are shown; narrow the dates to see others.".formatted(MOST_ROWS));
			}
		}
		return months;
	}

	/** The queries without those that are the same or empty. */
	static List<String> words(List<String> asked, List<String> messages) {
		Set<String> words = new LinkedHashSet<>();
		asked.stream().map(String::strip).filter((one) -> !one.isEmpty()).forEach(words::add);
		if (words.size() > FrequencyPage.MOST_QUERIES) {
			messages
				.add("At most %d queries are compared; the rest was left out.".formatted(FrequencyPage.MOST_QUERIES));
		}
		return words.stream().limit(FrequencyPage.MOST_QUERIES).toList();
	}

	/**
	 * What was counted for one query.
	 *
	 * @param rows by value
	 * @param hits articles or claims
	 * @param occurrences occurrences; null where they were not counted
	 */
	private record Counts(List<FrequencyRows.Row> rows, long hits, @Nullable Long occurrences) {

		private static final FrequencyRows.Row NONE = new FrequencyRows.Row(null, null, "", 0, 0L, 0);

		/**
		 * What has a value; of months, what can have appeared in it, as the search by
		 * dates has it.
		 */
		FrequencyRows.Row at(FrequencyBy by, String key) {
			return this.rows.stream().filter((row) -> {
				String first = row.key();
				String last = row.last();
				if (by != FrequencyBy.MONTH || first == null || last == null) {
					return key.equals((first != null) ? first : "");
				}
				return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
			}).reduce(FrequencyRows.Row::plus).orElse(NONE);
		}

		FrequencyRows.Row sum() {
			return this.rows.stream().reduce(FrequencyRows.Row::plus).orElse(NONE);
		}

	}

}
