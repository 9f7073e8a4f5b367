package org.catena.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took, again and again. */
final class Times {

	private final List<Double> milliseconds = new ArrayList<>();

	/** Does something and notes how long it takes. */
	<T> T of(java.util.concurrent.Callable<T> work) {
		long start = System.nanoTime();
		try {
			T result = work.call();
			this.milliseconds.add((System.nanoTime() - start) / 1e6);
			return result;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Notes times in milliseconds. */
	void note(double... times) {
		for (double time : times) {
			this.milliseconds.add(time);
		}
	}

	boolean isEmpty() {
		return this.milliseconds.isEmpty();
	}

	double median() {
		return quantile(0.5);
	}

	/** The time that so many of the runs did not exceed, by the nearest rank. */
	double quantile(double share) {
		List<Double> sorted = new ArrayList<>(this.milliseconds);
		Collections.sort(sorted);
		return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
	}

	/** Median and 95th percentile in milliseconds. */
	@Override
	public String toString() {
		return isEmpty() ? "–" : written(median()) + " / " + written(quantile(0.95));
	}

	private static String written(double milliseconds) {
		return String.format(Locale.ROOT, (milliseconds < 10) ? "%.1f" : "%,.0f", milliseconds);
	}

}
