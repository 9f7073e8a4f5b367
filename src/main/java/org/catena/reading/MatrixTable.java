package org.catena.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.annotation.Stance;
import org.catena.reading.MatrixPage.Row;
import org.catena.table.CsvTable;
import org.catena.table.TableAbout;
import org.jspecify.annotations.Nullable;

/**
 * The matrix as a table by RFC 4180: one row for each point, column and stance, zeros
 * included, so that it can be added up without knowing the page. What is on no point has
 * an empty number, what has no column an asterisk as its key.
 */
final class MatrixTable {

	private MatrixTable() {
	}

	static String of(MatrixPage page) {
		StringBuilder table = new StringBuilder();
		List<String> columns = List.of("plan", "point", "title", page.by().word(), "name", "stance", "claims");
		try {
			CsvTable rows = new CsvTable(table);
			rows.begin(TableAbout.NOTHING, columns);
			for (Row row : page.rows()) {
				for (int i = 0; i < page.columns().size(); i++) {
					for (Stance stance : Stance.values()) {
						rows.row("cell", row(page, row, i, stance, columns));
					}
				}
			}
			rows.end();
			return table.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, @Nullable Object> row(MatrixPage page, Row row, int column, Stance stance,
			List<String> columns) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("plan", page.plan());
		values.put("point", (row.number() > 0) ? row.number() : null);
		values.put("title", row.title());
		values.put(columns.get(3), page.columns().get(column).key());
		values.put("name", page.columns().get(column).name());
		values.put("stance", stance.word());
		values.put("claims", row.cells().get(column).stances().counts().getOrDefault(stance, 0));
		return values;
	}

}
