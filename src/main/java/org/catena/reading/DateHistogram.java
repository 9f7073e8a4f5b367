package org.catena.reading;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.catena.search.Facet;
import org.catena.search.FacetCounts;
import org.catena.search.FacetCounts.Value;
import org.catena.search.Found;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * When the hits of a search appeared, by month, or by year where the months are many. A
 * hit whose month is not certain is in no bar; it is counted beside them.
 *
 * @param bars the bars in their order, without gaps in time
 * @param apart what is in no bar
 * @param unit what a bar stands for
 */
record DateHistogram(List<Bar> bars, List<Bar> apart, String unit) {

	/** Months that are shown at most; more are years. */
	private static final int MOST_MONTHS = 36;

	/** Years that are shown at most, the last ones. */
	private static final int MOST_YEARS = 60;

	/** The height of the highest bar, in units of the drawing. */
	private static final int HIGHEST = 60;

	/** From one bar to the next, at least. */
	private static final int STEP = 20;

	/** The width of a drawing of few bars. */
	private static final int WIDTH = 240;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	static @Nullable DateHistogram of(Found found) {
		FacetCounts months = counts(found, Facet.MONTH);
		FacetCounts years = counts(found, Facet.YEAR);
		if (months == null || years == null || months.values().size() < 2 && !months.isChosen()) {
			return null;
		}
		DateHistogram byMonth = by(found.query(), months);
		return (byMonth.bars().size() <= MOST_MONTHS) ? byMonth : by(found.query(), years);
	}

	private static @Nullable FacetCounts counts(Found found, Facet facet) {
		return found.facets().stream().filter((counts) -> counts.facet() == facet).findFirst().orElse(null);
	}

	private static DateHistogram by(SearchQuery query, FacetCounts counts) {
		boolean months = counts.facet() == Facet.MONTH;
		Map<String, Value> certain = counts.values()
			.stream()
			.filter((value) -> value.value().matches(months ? "\\d{4}-\\d{2}" : "\\d{4}"))
			.collect(Collectors.toMap(Value::value, (value) -> value, (one, same) -> one, TreeMap::new));
		long most = certain.values().stream().mapToLong(Value::count).max().orElse(0);
		List<String> times = months ? months(certain) : years(certain);
		int step = Math.max(STEP, WIDTH / Math.max(1, times.size()));
		List<Bar> bars = new ArrayList<>();
		for (String time : times) {
			Value value = certain.getOrDefault(time,
					new Value(time, months ? MONTH.format(YearMonth.parse(time)) : time, 0, false));
			bars.add(bar(query, counts.facet(), value, most, bars.size() * step, step * 4 / 5));
		}
		return new DateHistogram(bars,
				counts.values()
					.stream()
					.filter((value) -> !certain.containsKey(value.value()))
					.map((value) -> bar(query, counts.facet(), value, 0, 0, 0))
					.toList(),
				months ? "month" : "year");
	}

	private static List<String> months(Map<String, Value> certain) {
		List<String> times = new ArrayList<>();
		if (!certain.isEmpty()) {
			YearMonth last = YearMonth.parse(((TreeMap<String, Value>) certain).lastKey());
			YearMonth month = YearMonth.parse(((TreeMap<String, Value>) certain).firstKey());
			while (!month.isAfter(last) && times.size() <= MOST_MONTHS) {
				times.add(month.toString());
				month = month.plusMonths(1);
			}
		}
		return times;
	}

	private static List<String> years(Map<String, Value> certain) {
		List<String> times = new ArrayList<>();
		if (!certain.isEmpty()) {
			int last = Integer.parseInt(((TreeMap<String, Value>) certain).lastKey());
			int first = Integer.parseInt(((TreeMap<String, Value>) certain).firstKey());
			for (int year = Math.max(first, last - MOST_YEARS + 1); year <= last; year++) {
				times.add("%04d".formatted(year));
			}
		}
		return times;
	}

	private static Bar bar(SearchQuery query, Facet facet, Value value, long most, int x, int width) {
		long height = (most == 0) ? 0 : Math.max((value.count() > 0) ? 2 : 0, value.count() * HIGHEST / most);
		return new Bar(value.label(), value.count(),
				SearchAddress
					.of(value.chosen() ? query.without(facet, value.value()) : query.with(facet, value.value())),
				value.chosen(), x, HIGHEST - (int) height, width, (int) height);
	}

	/** The width of the drawing, in its units. */
	public int width() {
		return this.bars.isEmpty() ? 0 : last(this.bars).x() + last(this.bars).width();
	}

	private static Bar last(List<Bar> bars) {
		return bars.get(bars.size() - 1);
	}

	/** The first and the last time, for the axis. */
	public String first() {
		return this.bars.isEmpty() ? "" : this.bars.get(0).label();
	}

	public String last() {
		return this.bars.isEmpty() ? "" : last(this.bars).label();
	}

	/**
	 * A bar.
	 *
	 * @param label the time
	 * @param count how many hits
	 * @param address of the search with this time chosen, or no longer
	 * @param chosen whether it is chosen
	 * @param x where it begins, in units of the drawing
	 * @param y its top
	 * @param width its width
	 * @param height its height
	 */
	record Bar(String label, long count, String address, boolean chosen, int x, int y, int width, int height) {
	}

}
