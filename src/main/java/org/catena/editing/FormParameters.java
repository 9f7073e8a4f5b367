package org.catena.editing;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser sent. Every value is a text, so nothing that is typed can fail to be
 * read; rows of a list are named {@code list-0-field}.
 *
 * @param values values by name
 */
record FormParameters(Map<String, List<String>> values) {

	/** Rows of a list that are read; a draft may hold half as many claims. */
	private static final int MOST_ROWS = 1_000;

	private static final Pattern ROW = Pattern.compile("-(\\d{1,5})-.*", Pattern.DOTALL);

	/** The parameters of a servlet request. */
	static FormParameters of(Map<String, String[]> parameters) {
		Map<String, List<String>> values = new java.util.LinkedHashMap<>();
		parameters.forEach((name, texts) -> values.put(name, List.of(texts)));
		return new FormParameters(values);
	}

	/** The value of a name, empty where there is none. */
	String one(String name) {
		List<String> found = this.values.getOrDefault(name, List.of());
		return found.isEmpty() ? "" : found.get(0);
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/**
	 * The number that a value is, from 0; -1 where it is none.
	 */
	int number(String name) {
		String text = one(name);
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
	}

	/**
	 * Reads the rows of a list.
	 * @param list the list's name
	 * @param read makes a row of the common beginning of its names, {@code list-0}
	 * @return the rows in the order of their numbers, gaps closed
	 */
	<T> List<T> rows(String list, Function<String, T> read) {
		TreeSet<Integer> numbers = new TreeSet<>();
		for (String name : this.values.keySet()) {
			if (name.startsWith(list)) {
				Matcher row = ROW.matcher(name.substring(list.length()));
				if (row.matches()) {
					numbers.add(Integer.valueOf(row.group(1)));
				}
			}
		}
		if (numbers.size() > MOST_ROWS) {
			throw PageRefused.tooManyRows();
		}
		return numbers.stream().map((number) -> read.apply(list + "-" + number)).toList();
	}

}
