package org.catena.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param words the query as typed; empty for everything
 * @param scope what is searched for
 * @param chosen the chosen values by facet, in the order of choice, none twice
 * @param from the first day of the articles, if bounded
 * @param to the last day, included, if bounded
 * @param sort the order
 * @param page from 1
 * @param variants whether other spellings of names are searched for as well
 */
public record SearchQuery(String words, Scope scope, Map<Facet, List<String>> chosen, @Nullable LocalDate from,
		@Nullable LocalDate to, Sort sort, int page, boolean variants) {

	public SearchQuery {
		Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
		chosen.forEach((facet, values) -> {
			if (!values.isEmpty()) {
				copy.put(facet, List.copyOf(new LinkedHashSet<>(values)));
			}
		});
		chosen = java.util.Collections.unmodifiableMap(copy);
	}

	/** With other spellings. */
	public SearchQuery(String words, Scope scope, Map<Facet, List<String>> chosen, @Nullable LocalDate from,
			@Nullable LocalDate to, Sort sort, int page) {
		this(words, scope, chosen, from, to, sort, page, true);
	}

	/** A query for words alone. */
	public static SearchQuery of(String words, Scope scope) {
		return new SearchQuery(words, scope, Map.of(), null, null, Sort.RELEVANCE, 1);
	}

	/** The chosen values of a facet. */
	public List<String> chosen(Facet facet) {
		return this.chosen.getOrDefault(facet, List.of());
	}

	/** Whether anything narrows the hits besides the words. */
	public boolean isNarrowed() {
		return !this.chosen.isEmpty() || this.from != null || this.to != null;
	}

	public SearchQuery in(Scope other) {
		return new SearchQuery(this.words, other, this.chosen, this.from, this.to, this.sort, 1, this.variants);
	}

	public SearchQuery onPage(int other) {
		return new SearchQuery(this.words, this.scope, this.chosen, this.from, this.to, this.sort, other,
				this.variants);
	}

	public SearchQuery sorted(Sort other) {
		return new SearchQuery(this.words, this.scope, this.chosen, this.from, this.to, other, 1, this.variants);
	}

	/** Searches for other spellings as well, or not. */
	public SearchQuery withVariants(boolean wanted) {
		return new SearchQuery(this.words, this.scope, this.chosen, this.from, this.to, this.sort, 1, wanted);
	}

	/** Looks for other words. */
	public SearchQuery asking(String other) {
		return new SearchQuery(other, this.scope, this.chosen, this.from, this.to, this.sort, 1, this.variants);
	}

	/** Bounds the days. */
	public SearchQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
		return new SearchQuery(this.words, this.scope, this.chosen, first, last, this.sort, 1, this.variants);
	}

	public SearchQuery with(Facet facet, String value) {
		List<String> values = new ArrayList<>(chosen(facet));
		values.add(value);
		return with(facet, values);
	}

	public SearchQuery without(Facet facet, String value) {
		List<String> values = new ArrayList<>(chosen(facet));
		values.remove(value);
		return with(facet, values);
	}

	/** Leaves nothing but the words and the order. */
	public SearchQuery unnarrowed() {
		return new SearchQuery(this.words, this.scope, Map.of(), null, null, this.sort, 1, this.variants);
	}

	SearchQuery with(Facet facet, List<String> values) {
		Map<Facet, List<String>> all = new EnumMap<>(Facet.class);
		all.putAll(this.chosen);
		all.put(facet, values);
		return new SearchQuery(this.words, this.scope, all, this.from, this.to, this.sort, 1, this.variants);
	}

}
