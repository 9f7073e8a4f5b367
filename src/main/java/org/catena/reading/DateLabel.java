package org.catena.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as readers see it: uncertain dates say so.
 *
 * @param text the date in words
 * @param edtf the date in EDTF
 * @param datetime the value for {@code <time>}, where the date is a day, month or year
 * @param within in words, the days within which it lies, where that says more
 */
record DateLabel(String text, String edtf, @Nullable String datetime, @Nullable String within) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	static DateLabel of(String edtf, @Nullable String within) {
		String days = EdtfDate.find(within).map((set) -> edtf.equals(set.text()) ? null : span(set)).orElse(null);
		return new DateLabel(words(edtf), edtf,
				edtf.matches("\\d{4}(-\\d{2}){0,2}[~?%]?") ? edtf.replaceAll("[~?%]", "") : null, days);
	}

	/** Any date in EDTF in words; what is no such date stays as it is. */
	static String words(String edtf) {
		return EdtfDate.find(edtf).map((date) -> {
			String plain = edtf.replaceFirst("[~?%]$", "");
			String prefix = edtf.endsWith("~") ? "about "
					: edtf.endsWith("?") ? "probably " : edtf.endsWith("%") ? "probably about " : "";
			if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
				return prefix + DAY.format(LocalDate.parse(plain));
			}
			if (plain.matches("\\d{4}-\\d{2}")) {
				return prefix + MONTH.format(LocalDate.parse(plain + "-01"));
			}
			if (plain.matches("\\d{4}")) {
				return prefix + plain;
			}
			int slash = edtf.indexOf('/');
			return (slash < 0) ? span(date)
					: words(edtf.substring(0, slash).strip()) + " to " + words(edtf.substring(slash + 1).strip());
		}).orElse(edtf);
	}

	private static String span(EdtfDate set) {
		if (set.earliest().getYear() == 1) {
			return "not after " + DAY.format(set.latest());
		}
		if (set.latest().getYear() == 9999) {
			return "not before " + DAY.format(set.earliest());
		}
		return "between " + DAY.format(set.earliest()) + " and " + DAY.format(set.latest());
	}

}
