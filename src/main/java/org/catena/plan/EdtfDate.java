package org.catena.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date as archives write it, by the Extended Date/Time Format of ISO 8601-2: a day, a
 * month or a year, each possibly approximate ({@code ~}), uncertain ({@code ?}) or both
 * ({@code %}), an interval {@code a/b} that lasted from one to the other, or one day of a
 * set, {@code [a..b]}, whose ends may be open.
 *
 * @param text the date as written
 * @param earliest the first day that it can mean; an approximate day is widened by
 * {@value #APPROXIMATELY_DAYS} days on both sides, an approximate month by one month, an
 * approximate year by one year
 * @param latest the last day that it can mean, included
 */
public record EdtfDate(String text, LocalDate earliest, LocalDate latest) {

	/** Days by which {@code ~} widens a day on either side; EDTF leaves this open. */
	public static final int APPROXIMATELY_DAYS = 3;

	private static final Pattern SINGLE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([~?%])?");

	private static final Pattern SET = Pattern.compile("\\[([^.\\]]*)\\.\\.([^.\\]]*)]");

	private static final Pattern INTERVAL = Pattern.compile("([^/]+)/([^/]+)");

	/**
	 * Bounds of an open end: no article is older or younger, and what is approximate is
	 * not widened beyond them, to years that other formats cannot write.
	 */
	private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

	public EdtfDate {
		earliest = earliest.isBefore(FIRST) ? FIRST : earliest;
		latest = latest.isAfter(LAST) ? LAST : latest;
	}

	/**
	 * Reads a date.
	 * @param text a date in EDTF, at most 100 characters
	 * @return the date
	 * @throws DateTimeException when the text is no date of the forms above
	 */
	public static EdtfDate parse(String text) {
		String trimmed = text.strip();
		if (trimmed.length() > 100) {
			throw new DateTimeException("A date has at most 100 characters");
		}
		Matcher set = SET.matcher(trimmed);
		if (set.matches()) {
			if (set.group(1).isBlank() && set.group(2).isBlank()) {
				throw notADate(trimmed);
			}
			return ordered(trimmed, end(set.group(1), FIRST, true), end(set.group(2), LAST, false));
		}
		Matcher interval = INTERVAL.matcher(trimmed);
		if (interval.matches()) {
			return ordered(trimmed, end(interval.group(1), FIRST, true), end(interval.group(2), LAST, false));
		}
		return single(trimmed);
	}

	/**
	 * Reads a date if it is one.
	 * @param text any text, or null
	 * @return the date, or nothing where the text is blank or no date
	 */
	public static Optional<EdtfDate> find(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Narrows the bounds by a set of days, as far as its ends are closed.
	 * @param within the days within which the date lies
	 * @return this date with narrower bounds; where the two contradict each other, the
	 * set prevails
	 */
	public EdtfDate within(EdtfDate within) {
		LocalDate from = within.earliest.equals(FIRST) ? this.earliest : within.earliest;
		LocalDate to = within.latest.equals(LAST) ? this.latest : within.latest;
		if (to.isBefore(from)) {
			LocalDate closed = within.earliest.equals(FIRST) ? to : from;
			return new EdtfDate(this.text, closed, closed);
		}
		return new EdtfDate(this.text, from, to);
	}

	/**
	 * Whether the date means exactly one day and is neither approximate nor uncertain.
	 */
	public boolean isExactDay() {
		return this.text.matches("\\d{4}-\\d{2}-\\d{2}");
	}

	private static EdtfDate ordered(String text, LocalDate earliest, LocalDate latest) {
		if (latest.isBefore(earliest)) {
			throw new DateTimeException("The end of " + text + " is before its beginning");
		}
		return new EdtfDate(text, earliest, latest);
	}

	private static LocalDate end(String text, LocalDate open, boolean first) {
		if (text.isBlank()) {
			return open;
		}
		EdtfDate date = single(text.strip());
		return first ? date.earliest : date.latest;
	}

	private static EdtfDate single(String text) {
		Matcher matcher = SINGLE.matcher(text);
		if (!matcher.matches()) {
			throw notADate(text);
		}
		boolean approximate = "~".equals(matcher.group(4)) || "%".equals(matcher.group(4));
		int year = Integer.parseInt(matcher.group(1));
		if (year == 0) {
			throw notADate(text);
		}
		if (matcher.group(2) == null) {
			int widened = approximate ? 1 : 0;
			return new EdtfDate(text, LocalDate.of(year - widened, 1, 1), LocalDate.of(year + widened, 12, 31));
		}
		YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
		if (matcher.group(3) == null) {
			int widened = approximate ? 1 : 0;
			return new EdtfDate(text, month.minusMonths(widened).atDay(1), month.plusMonths(widened).atEndOfMonth());
		}
		LocalDate day = month.atDay(1).withDayOfMonth(Integer.parseInt(matcher.group(3)));
		int widened = approximate ? APPROXIMATELY_DAYS : 0;
		return new EdtfDate(text, day.minusDays(widened), day.plusDays(widened));
	}

	private static DateTimeException notADate(String text) {
		return new DateTimeException("Not a date in EDTF: " + text);
	}

}
