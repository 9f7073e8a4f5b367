package org.catena.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.catena.reading.SearchPage.Tab;
import org.catena.search.Scope;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * How often something is said: queries against months, sources, points or stances.
 *
 * @param queries the queries, each with what narrows them all
 * @param by what is counted by
 * @param of what is shown
 * @param rows a row for each value
 * @param total the whole, in which each article or claim counts once
 * @param messages what readers must know
 */
record FrequencyPage(List<SearchQuery> queries, FrequencyBy by, FrequencyOf of, List<Row> rows, @Nullable Row total,
		List<String> messages) {

	/** Queries that are compared at most. */
	static final int MOST_QUERIES = 5;

	/** Whether articles are counted, rather than claims. */
	public boolean isOfArticles() {
		return this.by.scope() == Scope.ARTICLES;
	}

	public List<Tab> byTabs() {
		return Stream.of(FrequencyBy.values())
			.map((other) -> new Tab("by " + other.word(), 0, address("/frequencies", other, this.of), other == this.by))
			.toList();
	}

	public List<Tab> ofTabs() {
		return Stream.of(FrequencyOf.values())
			.map((other) -> new Tab(label(other), 0, address("/frequencies", this.by, other), other == this.of))
			.toList();
	}

	/** What is shown, in words. */
	public String label() {
		return label(this.of);
	}

	private String label(FrequencyOf other) {
		String text = isOfArticles() ? "article" : "claim";
		return switch (other) {
			case HITS -> text + "s";
			case SHARE -> text + "s in a hundred";
			case OCCURRENCES -> "occurrences";
			case PER_TEXT -> "occurrences per " + text;
			case PER_WORDS -> "occurrences per 10,000 words";
		};
	}

	public String csv() {
		return address("/frequencies.csv", this.by, this.of);
	}

	public String jsonl() {
		return address("/frequencies.jsonl", this.by, this.of);
	}

	/** What the form of the queries carries along. */
	public List<SearchAddress.Field> besideWords() {
		List<SearchAddress.Field> fields = new ArrayList<>();
		if (!this.queries.isEmpty()) {
			SearchQuery first = this.queries.get(0).asking("").in(Scope.ARTICLES);
			fields.addAll(SearchAddress.fields(first));
		}
		fields.add(new SearchAddress.Field("by", this.by.word()));
		fields.add(new SearchAddress.Field("of", this.of.word()));
		return fields;
	}

	/** The words of the queries, and empty places for as many more as can be compared. */
	public List<String> words() {
		List<String> words = new ArrayList<>(this.queries.stream().map(SearchQuery::words).toList());
		while (words.size() < MOST_QUERIES) {
			words.add("");
		}
		return words;
	}

	/** This page's address. */
	public String address() {
		return address("/frequencies", this.by, this.of);
	}

	private String address(String path, FrequencyBy otherBy, FrequencyOf otherOf) {
		List<SearchAddress.Field> fields = new ArrayList<>();
		this.queries.forEach((query) -> fields.add(new SearchAddress.Field("q", query.words())));
		fields.addAll(besideWords().stream()
			.filter((field) -> !"by".equals(field.name()) && !"of".equals(field.name()))
			.toList());
		fields.add(new SearchAddress.Field("by", otherBy.word()));
		fields.add(new SearchAddress.Field("of", otherOf.word()));
		return path + "?"
				+ String.join("&", fields.stream()
					.map((field) -> field.name() + "="
							+ java.net.URLEncoder.encode(field.value(), java.nio.charset.StandardCharsets.UTF_8))
					.toList());
	}

	/** A cell's value as readers see it. */
	public String value(Cell cell) {
		Double value = this.of.of(cell);
		return (value == null) ? "–" : this.of.isWhole() ? "%,d".formatted(value.longValue())
				: String.format(Locale.ENGLISH, (value < 10) ? "%.2f" : "%,.1f", value);
	}

	/**
	 * Where a cell's number leads: to the list of what is found, or to the concordance of
	 * what occurs.
	 */
	public @Nullable String link(Cell cell) {
		String list = cell.address();
		return (list == null || this.of == FrequencyOf.HITS || this.of == FrequencyOf.SHARE) ? list
				: list + "&view=kwic";
	}

	/** The bars of the chart; none where there is nothing to draw. */
	public @Nullable FrequencyChart chart() {
		boolean any = this.rows.stream()
			.flatMap((row) -> row.cells().stream())
			.map(this.of::of)
			.filter(Objects::nonNull)
			.anyMatch((value) -> value > 0);
		return any ? FrequencyChart.of(this) : null;
	}

	/**
	 * A value that is counted by.
	 *
	 * @param key the value as addresses write it; null for none
	 * @param label as pages write it
	 * @param cells for each query, in order
	 */
	record Row(@Nullable String key, String label, List<Cell> cells) {
	}

	/**
	 * What a query has in a row.
	 *
	 * @param hits articles or claims that are found
	 * @param occurrences occurrences in them; null where they were not counted
	 * @param texts all articles or claims of the row, found or not
	 * @param words the words of these
	 * @param address where the hits are listed; null where they cannot be told apart
	 */
	record Cell(long hits, @Nullable Long occurrences, long texts, long words, @Nullable String address) {
	}

}
