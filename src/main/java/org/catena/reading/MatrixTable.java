package org.catena.reading;

import java.util.List;

import org.catena.annotation.Stance;
import org.catena.reading.MatrixPage.Cell;
import org.catena.reading.MatrixPage.Row;

/**
 * The matrix as a table by RFC 4180: one row for each point, column and stance, zeros
 * included, so that it can be added up without knowing the page. What is on no point has
 * an empty number, what has no column an asterisk as its key.
 */
final class MatrixTable {

	private MatrixTable() {
	}

	static String of(MatrixPage page) {
		StringBuilder table = new StringBuilder("plan,point,title," + page.by().word() + ",name,stance,claims\r\n");
		for (Row row : page.rows()) {
			for (int i = 0; i < page.columns().size(); i++) {
				Cell cell = row.cells().get(i);
				for (Stance stance : Stance.values()) {
					List<String> values = List.of(page.plan(), (row.number() > 0) ? String.valueOf(row.number()) : "",
							row.title(), page.columns().get(i).key(), page.columns().get(i).name(), stance.word(),
							String.valueOf(cell.stances().counts().getOrDefault(stance, 0)));
					table.append(String.join(",", values.stream().map(MatrixTable::quoted).toList())).append("\r\n");
				}
			}
		}
		return table.toString();
	}

	static String quoted(String value) {
		boolean plain = value.chars().noneMatch((c) -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
	}

}
