package org.catena.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A bound of selective harvesting: a day, or a second (OAI-PMH 2.0, section 2.7.1).
 *
 * @param first its first second
 * @param last its last second, which is included
 * @param text as it was asked for
 */
record OaiTime(Instant first, Instant last, String text) {

	/** XML has no year 0. */
	private static final String DAY = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";

	/**
	 * Reads a bound.
	 * @param text {@code 2025-12-31} or {@code 2025-12-31T23:59:59Z}
	 * @throws OaiError if it is neither
	 */
	static OaiTime parse(String argument, String text) {
		try {
			if (text.matches(DAY)) {
				LocalDate day = LocalDate.parse(text);
				return new OaiTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(),
						day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC), text);
			}
			if (text.matches(DAY + "T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
				Instant second = LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
				return new OaiTime(second, second, text);
			}
		}
		catch (DateTimeException ex) {
			// A day that no calendar has.
		}
		throw OaiError.badArgument(
				"\"" + argument + "\" is a day like 2025-12-31 or a second like " + "2025-12-31T23:59:59Z, in UTC.");
	}

	boolean isDay() {
		return this.text.length() == 10;
	}

}
