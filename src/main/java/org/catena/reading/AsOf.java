package org.catena.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * A view of the past: the archive as it stood at the end of a day.
 *
 * @param day the day, in UTC, which is included
 * @param present the address of the same page as it is now, from the root of the site
 */
record AsOf(LocalDate day, String present) {

	/** The parameter of addresses. */
	static final String PARAMETER = "asOf";

	private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	/**
	 * Reads a day.
	 * @param text the day as an address has it
	 * @param present the address without the day
	 * @param clock tells which days have begun
	 * @throws NotOfThatDay if it is no day, or has not begun
	 */
	static AsOf parse(String text, String present, Clock clock) {
		LocalDate day;
		try {
			if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
				throw new DateTimeException("No day");
			}
			day = LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST, "“asOf” is a day like 2026-11-22.");
		}
		if (day.isAfter(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					"The day is still to come, so nobody knows what the archive " + "will hold then.");
		}
		return new AsOf(day, present);
	}

	/** The first moment that is no longer seen. */
	Instant end() {
		return this.day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	public String words() {
		return WORDS.format(this.day);
	}

	/** The day of a moment, in words. */
	static String words(Instant moment) {
		return WORDS.format(moment.atOffset(ZoneOffset.UTC));
	}

}
