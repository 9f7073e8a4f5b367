package org.catena.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as reference managers write it, who know days, months, years and ranges, each
 * possibly about. Of one day in a range they learn what all its days have in common: a
 * range would mean to them that the piece appeared all the time.
 *
 * @param from year, month and day, as far as known
 * @param to the end of a range in the same way, or null
 * @param circa whether it is approximate or uncertain
 * @param biblatex the date as biblatex writes it
 */
record ReferenceDate(List<Integer> from, @Nullable List<Integer> to, boolean circa, String biblatex) {

	private static final Pattern SINGLE = Pattern.compile("\\d{4}(-\\d{2}){0,2}[~?%]?");

	private static final Pattern SET = Pattern.compile("\\[([^.\\]]*)\\.\\.([^.\\]]*)]");

	/**
	 * Reads a date in EDTF.
	 * @return the date, or nothing where nothing of it is known for sure
	 */
	static Optional<ReferenceDate> of(@Nullable String edtf) {
		if (EdtfDate.find(edtf).isEmpty()) {
			return Optional.empty();
		}
		String text = Objects.requireNonNull(edtf).strip();
		Matcher set = SET.matcher(text);
		if (set.matches()) {
			List<Integer> earliest = parts(set.group(1));
			List<Integer> latest = parts(set.group(2));
			List<Integer> known = earliest.isEmpty() ? firstOf(latest, 2)
					: latest.isEmpty() ? firstOf(earliest, 2) : common(earliest, latest);
			return known.isEmpty() ? Optional.empty()
					: Optional.of(new ReferenceDate(known, null, true, iso(known) + "~"));
		}
		if (SINGLE.matcher(text).matches()) {
			return Optional.of(new ReferenceDate(parts(text), null, text.matches(".*[~?%]"), text));
		}
		String[] ends = text.split("/", 2);
		List<Integer> from = parts(ends[0]);
		List<Integer> to = parts(ends[1]);
		boolean circa = text.matches(".*[~?%].*");
		if (from.isEmpty() || to.isEmpty()) {
			List<Integer> known = from.isEmpty() ? to : from;
			return Optional.of(new ReferenceDate(known, null, true, iso(known) + "~"));
		}
		return Optional.of(new ReferenceDate(from, to, circa, text));
	}

	/** By ISO 8601, its beginning if it is a range, without saying that it is about. */
	String iso() {
		return iso(this.from);
	}

	/** As the field {@code DA} of RIS writes it: with slashes, and "circa" at the end. */
	String ris() {
		StringBuilder date = new StringBuilder();
		for (int i = 0; i < 3; i++) {
			date.append((i < this.from.size()) ? two(this.from.get(i)) : "").append('/');
		}
		return date + (this.circa ? "circa" : "");
	}

	/** As a date of CSL. */
	Map<String, Object> csl() {
		Map<String, Object> date = new LinkedHashMap<>();
		List<List<Integer>> parts = new ArrayList<>(List.of(this.from));
		if (this.to != null) {
			parts.add(this.to);
		}
		date.put("date-parts", parts);
		if (this.circa) {
			date.put("circa", true);
		}
		return date;
	}

	private static List<Integer> parts(String text) {
		String plain = text.strip().replaceAll("[~?%]", "");
		return plain.isEmpty() || !plain.matches("[\\d-]+") ? List.of()
				: Arrays.stream(plain.split("-")).map(Integer::valueOf).toList();
	}

	private static List<Integer> firstOf(List<Integer> parts, int most) {
		return parts.subList(0, Math.min(most, parts.size()));
	}

	private static List<Integer> common(List<Integer> one, List<Integer> other) {
		int same = 0;
		while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
			same++;
		}
		return one.subList(0, same);
	}

	private static String iso(List<Integer> parts) {
		return String.join("-", parts.stream().map(ReferenceDate::two).toList());
	}

	private static String two(Integer part) {
		return (part > 31) ? "%04d".formatted(part) : "%02d".formatted(part);
	}

}
