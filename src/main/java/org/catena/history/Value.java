package org.catena.history;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Columns of a row as text, by their names.
 *
 * @param columns the columns; empty ones are left out
 */
public record Value(Map<String, String> columns) {

	/** A column, if it was not empty. */
	public @Nullable String get(String column) {
		return this.columns.get(column);
	}

	/** A column, or nothing. */
	public String orEmpty(String column) {
		return this.columns.getOrDefault(column, "");
	}

}
