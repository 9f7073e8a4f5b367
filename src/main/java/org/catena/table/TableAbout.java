package org.catena.table;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself besides its rows.
 */
public interface TableAbout {

	/** Nothing: the file is its rows. */
	TableAbout NOTHING = new TableAbout() {
		@Override
		public Map<String, @Nullable Object> columns() {
			return Map.of();
		}

		@Override
		public Map<String, @Nullable Object> line() {
			return Map.of();
		}
	};

	/** Values that each row of a table ends with, by column. */
	Map<String, @Nullable Object> columns();

	/** What the first line says where lines may differ. */
	Map<String, @Nullable Object> line();

}
