package org.catena.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.catena.reading.CrosswalkRows.CorrespondenceRow;
import org.catena.reading.CrosswalkRows.PointSide;
import org.catena.reading.CrosswalkRows.Quote;
import org.catena.table.CsvTable;
import org.catena.table.TableAbout;
import org.jspecify.annotations.Nullable;

/**
 * A crosswalk as a table by RFC 4180: one row for each correspondence. What is not known
 * or does not exist is an empty field.
 */
final class CrosswalkTable {

	private static final List<String> HEAD = List.of("earlier_plan", "earlier_point", "earlier_title", "earlier_claims",
			"kind", "later_plan", "later_point", "later_title", "later_claims", "note", "basis", "evidence", "page",
			"claims");

	private CrosswalkTable() {
	}

	static String of(CrosswalkPage page) {
		StringBuilder table = new StringBuilder();
		try {
			CsvTable rows = new CsvTable(table);
			rows.begin(TableAbout.NOTHING, HEAD);
			for (CorrespondenceRow row : page.rows()) {
				List<@Nullable String> values = values(row);
				Map<String, @Nullable Object> named = new LinkedHashMap<>();
				HEAD.forEach((column) -> named.put(column, values.get(named.size())));
				rows.row("correspondence", named);
			}
			rows.end();
			return table.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<@Nullable String> values(CorrespondenceRow row) {
		List<@Nullable String> values = new ArrayList<>();
		side(row.earlierPlan(), row.earlier(), values);
		values.add(row.kind());
		side(row.laterPlan(), row.later(), values);
		values.add(row.note());
		values.add(row.support().basis());
		values.add(row.support().evidence());
		values.add(row.support().page());
		values.add(row.support().claims().stream().map(Quote::key).collect(Collectors.joining(" ")));
		return values;
	}

	private static void side(String plan, @Nullable PointSide point, List<@Nullable String> values) {
		values.add(plan);
		values.add((point != null) ? point.label() : null);
		values.add((point != null) ? point.title() : null);
		values.add((point != null) ? String.valueOf(point.claims()) : null);
	}

}
