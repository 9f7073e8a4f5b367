package org.catena.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes rows as they come.
 */
public interface TableWriter {

	/**
	 * Begins.
	 * @param about what the file says of itself
	 * @param columns the names of the values of a row
	 */
	void begin(TableAbout about, List<String> columns) throws IOException;

	/**
	 * Writes a row.
	 * @param type what it stands for, in a word
	 * @param row values by column, in the columns' order: texts, numbers, truth values,
	 * lists of texts, or null
	 */
	void row(String type, Map<String, ? extends @Nullable Object> row) throws IOException;

	/** Ends; what was not ended was cut off. */
	void end() throws IOException;

}
