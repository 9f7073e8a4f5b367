package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The points of a plan against sources, claimants or months: how many claims, and with
 * which stance.
 *
 * @param plan the plan's slug
 * @param planTitle its title
 * @param by what the columns are
 * @param columns the columns, in order
 * @param rows the points, in order, and what is on none of them
 * @param totals the columns' totals; a claim on several points counts once
 * @param left how many have no column of their own
 */
record MatrixPage(String plan, String planTitle, By by, List<Column> columns, List<Row> rows, List<Cell> totals,
		int left) {

	/** What the columns are. */
	enum By {

		SOURCES, CLAIMANTS, MONTHS;

		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		static By of(@Nullable String word) {
			for (By by : values()) {
				if (by.word().equals(word)) {
					return by;
				}
			}
			return SOURCES;
		}

	}

	/** How the columns can be chosen. */
	public List<String> choices() {
		List<String> choices = new ArrayList<>();
		for (By choice : By.values()) {
			choices.add(choice.word());
		}
		return choices;
	}

	/** How many claims are counted in a row. */
	public int total(Row row) {
		return row.total().stances().total();
	}

	/**
	 * A column.
	 *
	 * @param key its value in addresses
	 * @param name its name
	 * @param query what it adds to the address of a search; null where no search finds
	 * what it counts
	 */
	record Column(String key, String name, @Nullable String query) {

		/** The key of the column for what has none of its own. */
		static final String OTHERS = "*";

	}

	/**
	 * A row.
	 *
	 * @param number the point's number; 0 for what is on no point
	 * @param title the point's title
	 * @param cells one for each column
	 * @param total over all columns, also those that are not shown
	 */
	record Row(int number, String title, List<Cell> cells, Cell total) {
	}

	/**
	 * What stands where a row and a column meet.
	 *
	 * @param stances the counts; none at all where there is no claim
	 * @param address the search that shows these claims; null where none does
	 */
	record Cell(StanceCounts stances, @Nullable String address) {
	}

}
