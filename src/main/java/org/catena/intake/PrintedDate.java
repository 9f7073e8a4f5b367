package org.catena.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Dates as pages print them, read into EDTF. A time of day and its zone are left out: the
 * day is the one that is printed. Days that could be read in two ways, as 03/04/2025, are
 * no dates.
 */
final class PrintedDate {

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv",
			"da", "nb", "fi", "tr", "uk", "ru", "ro", "hu");

	private static final Map<String, Integer> MONTHS = months();

	private static final String MONTH = "(" + MONTHS.keySet()
		.stream()
		.sorted((left, right) -> right.length() - left.length())
		.map(Pattern::quote)
		.collect(Collectors.joining("|")) + ")";

	private static final Pattern ISO = Pattern
		.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)|(?<!\\d)(\\d{4})-(\\d{2})(?![-\\d])");

	private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?\\d{4,6}Z?)?$");

	private static final Pattern EAST_ASIAN = Pattern
		.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");

	private static final Pattern DAY_FIRST = Pattern.compile(
			"(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?[\\s-]+(?:de\\s+|of\\s+)?" + MONTH
					+ "\\.?,?[\\s-]+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern MONTH_FIRST = Pattern.compile(
			"(?<!\\p{L})" + MONTH + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:at\\s+)?(\\d{4})(?!\\d)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern MONTH_ONLY = Pattern.compile("^\\W*" + MONTH + "\\.?,?\\s+(\\d{4})\\W*$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)");

	private static final Pattern RELATIVE = Pattern.compile(
			"(?:[\\p{L}]+:?\\s+){0,2}(?:about\\s+)?(?:\\d{1,3}|an?|one|few)\\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?"
					+ "|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)\\s+ago|yesterday|today|just now"
					+ "|vor \\d{1,3} \\p{L}+|il y a \\d{1,3} \\p{L}+|hace \\d{1,3} \\p{L}+",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private PrintedDate() {
	}

	/** Whether a text says how long ago something was, which is no date. */
	static boolean isRelative(String text) {
		return RELATIVE.matcher(text.strip()).matches();
	}

	/**
	 * Finds the first date that a text prints.
	 * @return the date in EDTF: a day, or a month where no day is given
	 */
	static Optional<String> find(String text) {
		String printed = text.strip();
		if (printed.length() > 300) {
			return Optional.empty();
		}
		return first(COMPACT.matcher(printed), 1, 2, 3).or(() -> iso(printed))
			.or(() -> first(EAST_ASIAN.matcher(printed), 1, 2, 3))
			.or(() -> first(DAY_FIRST.matcher(printed), 3, 2, 1))
			.or(() -> first(MONTH_FIRST.matcher(printed), 3, 1, 2))
			.or(() -> numbers(printed))
			.or(() -> first(MONTH_ONLY.matcher(printed), 2, 1, 0));
	}

	private static Optional<String> iso(String text) {
		Matcher iso = ISO.matcher(text);
		if (!iso.find()) {
			return Optional.empty();
		}
		return (iso.group(1) != null) ? edtf(iso.group(1), iso.group(2), iso.group(3))
				: edtf(iso.group(4), iso.group(5), null);
	}

	/** Day and month in numbers, where only one order is possible. */
	private static Optional<String> numbers(String text) {
		Matcher numbers = NUMBERS.matcher(text);
		if (!numbers.find()) {
			return Optional.empty();
		}
		boolean dayFirst = ".".equals(numbers.group(2)) || Integer.parseInt(numbers.group(1)) > 12
				|| numbers.group(1).equals(numbers.group(3));
		boolean monthFirst = Integer.parseInt(numbers.group(3)) > 12;
		if (dayFirst == monthFirst) {
			return Optional.empty();
		}
		return dayFirst ? edtf(numbers.group(4), numbers.group(3), numbers.group(1))
				: edtf(numbers.group(4), numbers.group(1), numbers.group(3));
	}

	private static Optional<String> first(Matcher matcher, int year, int month, int day) {
		if (!matcher.find()) {
			return Optional.empty();
		}
		return edtf(matcher.group(year), matcher.group(month), (day > 0) ? matcher.group(day) : null);
	}

	private static Optional<String> edtf(String year, String month, @Nullable String day) {
		try {
			Integer number = month.matches("\\d+") ? Integer.valueOf(month) : MONTHS.get(key(month));
			LocalDate date = LocalDate.of(Integer.parseInt(year), (number != null) ? number : 0,
					(day != null) ? Integer.parseInt(day) : 1);
			if (date.getYear() < 1000) {
				return Optional.empty();
			}
			return Optional.of((day != null) ? date.toString() : date.toString().substring(0, 7));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Map<String, Integer> months() {
		Map<String, Integer> months = new HashMap<>();
		for (String language : LANGUAGES) {
			Locale locale = Locale.forLanguageTag(language);
			for (Month month : Month.values()) {
				for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
						TextStyle.SHORT_STANDALONE)) {
					String name = key(month.getDisplayName(style, locale));
					if (name.length() > 2 && name.codePoints().noneMatch(Character::isDigit)) {
						months.putIfAbsent(name, month.getValue());
					}
				}
			}
		}
		months.put("sept", 9);
		return months;
	}

	private static String key(String month) {
		return Normalizer.normalize(month, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace(".", "");
	}

}
