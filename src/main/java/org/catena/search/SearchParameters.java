package org.catena.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.article.Brief;
import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of a search. A bad one is left out, and a message says so.
 */
public final class SearchParameters {

	private final MultiValueMap<String, String> parameters;

	private final List<String> messages;

	private SearchParameters(MultiValueMap<String, String> parameters, List<String> messages) {
		this.parameters = parameters;
		this.messages = messages;
	}

	/**
	 * Reads the parameters of a search page's address.
	 * @param parameters the parameters
	 * @param messages what could not be read is added, in sentences
	 */
	public static SearchQuery read(MultiValueMap<String, String> parameters, List<String> messages) {
		return new SearchParameters(parameters, messages).query();
	}

	private SearchQuery query() {
		Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			List<String> values = new ArrayList<>();
			for (String value : this.parameters.getOrDefault(facet.parameter(), List.of())) {
				if (!value.isBlank()) {
					values.add(value.strip());
				}
			}
			chosen.put(facet, values);
		}
		LocalDate from = day("from", true);
		LocalDate to = day("to", false);
		if (from != null && to != null && to.isBefore(from)) {
			this.messages.add("The first day was after the last, so the two were exchanged.");
			LocalDate later = from;
			from = to;
			to = later;
		}
		return new SearchQuery(first("q").strip(), word("in", Scope.values(), Scope.ARTICLES, Scope::word), chosen,
				from, to, word("sort", Sort.values(), Sort.RELEVANCE, Sort::word), page(), variants());
	}

	private String first(String name) {
		return Optional.ofNullable(this.parameters.getFirst(name)).orElse("");
	}

	private <E> E word(String name, E[] values, E otherwise, java.util.function.Function<E, String> word) {
		String given = first(name).strip();
		for (E value : values) {
			if (word.apply(value).equals(given)) {
				return value;
			}
		}
		if (!given.isEmpty()) {
			this.messages.add("“%s” is none of the values of “%s”, so “%s” was taken.".formatted(Brief.of(given), name,
					word.apply(otherwise)));
		}
		return otherwise;
	}

	private boolean variants() {
		String given = first("variants").strip();
		if (!given.isEmpty() && !given.equals("on") && !given.equals("off")) {
			this.messages
				.add("“%s” is none of the values of “variants”, so “on” was taken.".formatted(Brief.of(given)));
		}
		return !given.equals("off");
	}

	private int page() {
		String given = first("page").strip();
		if (given.matches("[1-9]\\d{0,8}")) {
			return Integer.parseInt(given);
		}
		if (!given.isEmpty()) {
			this.messages.add("“%s” is no number of a page, so this is the first one.".formatted(Brief.of(given)));
		}
		return 1;
	}

	/** A day, or the first or last day of a month or year. */
	private @Nullable LocalDate day(String name, boolean first) {
		String given = first(name).strip();
		if (given.isEmpty()) {
			return null;
		}
		Optional<EdtfDate> date = given.matches("\\d{4}(-\\d{2}){0,2}") ? EdtfDate.find(given) : Optional.empty();
		if (date.isEmpty()) {
			this.messages.add("“%s” is no date, so it was left out. Write a date like 2025-12-09, 2025-12 or 2025."
				.formatted(Brief.of(given)));
			return null;
		}
		return first ? date.get().earliest() : date.get().latest();
	}

}
