package org.catena.past;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;

/**
 * A view of the past: the archive as it stood at the end of a day, or at a moment.
 *
 * @param word the day, or the moment in UTC, as addresses write it
 * @param end the first moment that is no longer seen, to the microsecond
 * @param present the address of the same page as it is now
 */
public record AsOf(String word, Instant end, String present) {

	/** The parameter of addresses. */
	public static final String PARAMETER = "asOf";

	private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	/**
	 * RFC 3339; the plus sign of an offset arrives as a space where it was not encoded.
	 */
	private static final Pattern MOMENT = Pattern.compile(
			"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[-+ ][0-9]{2}:[0-9]{2})");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	/**
	 * Reads a day or a moment.
	 * @param text as an address has it: a date, or a time as RFC 3339 writes it
	 * @param present the address without it
	 * @param clock tells which have come
	 * @throws NotOfThatDay if it is none, or still to come
	 */
	static AsOf parse(String text, String present, Clock clock) {
		try {
			if (DAY.matcher(text).matches()) {
				LocalDate day = LocalDate.parse(text);
				if (day.isAfter(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) {
					throw toCome("day");
				}
				return new AsOf(text, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), present);
			}
			if (MOMENT.matcher(text).matches()) {
				Instant moment = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', '+'))
					.toInstant()
					.truncatedTo(ChronoUnit.MICROS);
				if (moment.isAfter(clock.instant())) {
					throw toCome("moment");
				}
				return new AsOf(moment.toString(), moment.plus(1, ChronoUnit.MICROS), present);
			}
		}
		catch (DateTimeException ex) {
			// A date that no calendar has.
		}
		throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
				"“asOf” is a day like 2026-11-22, or a moment like 2026-11-22T10:00:00Z.");
	}

	private static NotOfThatDay toCome(String what) {
		return new NotOfThatDay(HttpStatus.BAD_REQUEST,
				"The %s is still to come, so nobody knows what the archive will hold then.".formatted(what));
	}

	/** As sentences have it, after “as it stood”. */
	public String words() {
		if (DAY.matcher(this.word).matches()) {
			return "at the end of " + day(this.end.minus(1, ChronoUnit.MICROS));
		}
		return "on %s at %s".formatted(day(this.end), this.word.substring(11, this.word.length() - 1));
	}

	/** The day of a moment, in words. */
	public static String day(Instant moment) {
		return DATE.format(moment.atOffset(ZoneOffset.UTC));
	}

	/** An address with the moment, in place of any that it has. */
	public String on(String address) {
		int hash = address.indexOf('#');
		String fragment = (hash >= 0) ? address.substring(hash) : "";
		String rest = without((hash >= 0) ? address.substring(0, hash) : address);
		return rest + ((rest.indexOf('?') >= 0) ? "&" : "?") + PARAMETER + "=" + this.word + fragment;
	}

	/** An address without any moment. */
	public static String without(String address) {
		return address.replaceAll("([?&])" + PARAMETER + "=[^&#]*(&|(?=#)|$)", "$1").replaceAll("[?&](?=#|$)", "");
	}

}
