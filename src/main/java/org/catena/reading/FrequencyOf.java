package org.catena.reading;

import java.util.Locale;

import org.catena.reading.FrequencyPage.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What frequencies show.
 */
enum FrequencyOf {

	/** How many articles or claims are found. */
	HITS {
		@Override
		@Nullable Double of(Cell cell) {
			return (double) cell.hits();
		}
	},
	/** Of all articles or claims of the row, how many in a hundred are found. */
	SHARE {
		@Override
		@Nullable Double of(Cell cell) {
			return ratio(100.0, cell.hits(), cell.texts());
		}
	},
	/** How often the query occurs in those found. */
	OCCURRENCES {
		@Override
		@Nullable Double of(Cell cell) {
			return (cell.occurrences() != null) ? cell.occurrences().doubleValue() : null;
		}
	},
	/** Occurrences for each article or claim of the row, found or not. */
	PER_TEXT {
		@Override
		@Nullable Double of(Cell cell) {
			return ratio(1.0, cell.occurrences(), cell.texts());
		}
	},
	/** Occurrences for each 10,000 words of the row, found or not. */
	PER_WORDS {
		@Override
		@Nullable Double of(Cell cell) {
			return ratio(10_000.0, cell.occurrences(), cell.words());
		}
	};

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/** The value as addresses write it. */
	public String word() {
		return this.word;
	}

	/**
	 * The value of a cell; null where it is not known, or would be a division by zero.
	 */
	abstract @Nullable Double of(Cell cell);

	/** Whether the values are counted, rather than ratios. */
	public boolean isWhole() {
		return this == HITS || this == OCCURRENCES;
	}

	private static @Nullable Double ratio(double times, @Nullable Long part, long whole) {
		return (part == null || whole == 0) ? null : times * part / whole;
	}

	private static @Nullable Double ratio(double times, long part, long whole) {
		return (whole == 0) ? null : times * part / whole;
	}

}
