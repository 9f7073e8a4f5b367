package org.catena.agreement;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A computed figure.
 *
 * @param value the figure, or null where the measure is not defined for the data: nothing
 * to compare, or one value only, so that agreement by chance is certain
 */
public record Figure(@Nullable Double value) {

	static Figure undefined() {
		return new Figure(null);
	}

	static Figure of(double value) {
		return Double.isFinite(value) ? new Figure(value) : undefined();
	}

	static Figure ratio(double part, double whole) {
		return (whole > 0) ? of(part / whole) : undefined();
	}

	/** The figure with two decimals, or a dash. */
	@Override
	public String toString() {
		return (this.value != null) ? String.format(Locale.ROOT, "%.2f", this.value) : "–";
	}

	/** The figure as a percentage without decimals, or a dash. */
	public String percent() {
		return (this.value != null) ? String.format(Locale.ROOT, "%.0f %%", this.value * 100) : "–";
	}

}
