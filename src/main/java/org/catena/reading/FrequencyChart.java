package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.catena.article.Brief;
import org.catena.reading.FrequencyPage.Cell;
import org.catena.reading.FrequencyPage.Row;
import org.jspecify.annotations.Nullable;

/**
 * The bars of frequencies, for SVG: a group for each row, a bar for each query. Lengths
 * are in units of the drawing.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param groups the rows
 */
record FrequencyChart(int height, List<Group> groups) {

	/** Width of the drawing. */
	static final int WIDTH = 760;

	private static final int LABEL = 230;

	private static final int VALUE = 110;

	private static final int BAR = 16;

	private static final int GAP = 12;

	private static final int LONGEST_LABEL = 30;

	static FrequencyChart of(FrequencyPage page) {
		double most = page.rows()
			.stream()
			.flatMap((row) -> row.cells().stream())
			.mapToDouble((cell) -> value(page, cell))
			.max()
			.orElse(1);
		List<Group> groups = new ArrayList<>();
		int y = GAP / 2;
		for (Row row : page.rows()) {
			List<Bar> bars = new ArrayList<>();
			int top = y;
			for (int i = 0; i < row.cells().size(); i++) {
				Cell cell = row.cells().get(i);
				int width = (int) Math.round((WIDTH - LABEL - VALUE) * value(page, cell) / most);
				bars.add(new Bar(LABEL, y, width, BAR - 2, i + 1, LABEL + width + 6, y + BAR - 4,
						((row.cells().size() > 1) ? (i + 1) + ": " : "") + page.value(cell), page.link(cell)));
				y += BAR;
			}
			String label = Brief.of(row.label(), LONGEST_LABEL);
			groups.add(new Group(label, LABEL - 8, top + BAR - 4, bars));
			y += GAP;
		}
		return new FrequencyChart(y, groups);
	}

	private static double value(FrequencyPage page, Cell cell) {
		Double value = page.of().of(cell);
		return (value != null) ? value : 0;
	}

	/** What SVG needs to scale the drawing. */
	public String viewBox() {
		return "0 0 " + WIDTH + " " + this.height;
	}

	/**
	 * A row.
	 *
	 * @param label its name, cut where it is long
	 * @param x the end of the name
	 * @param y its base line
	 * @param bars its bars
	 */
	record Group(String label, int x, int y, List<Bar> bars) {
	}

	/**
	 * A bar.
	 *
	 * @param x its left
	 * @param y its top
	 * @param width its length
	 * @param height its breadth
	 * @param series the number of its query, from 1
	 * @param textX the beginning of the value
	 * @param textY the value's base line
	 * @param text the value
	 * @param address where its hits are listed
	 */
	record Bar(int x, int y, int width, int height, int series, int textX, int textY, String text,
			@Nullable String address) {
	}

}
