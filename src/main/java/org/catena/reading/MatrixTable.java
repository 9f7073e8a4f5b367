package org.catena.reading;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.catena.annotation.Stance;
import org.catena.reading.MatrixPage.Cell;
import org.catena.reading.MatrixPage.Row;
import org.catena.table.CsvTable;

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
		try (CSVPrinter rows = new CSVPrinter(table, CSVFormat.RFC4180)) {
			rows.printRecord("plan", "point", "title", page.by().word(), "name", "stance", "claims");
			for (Row row : page.rows()) {
				for (int i = 0; i < page.columns().size(); i++) {
					Cell cell = row.cells().get(i);
					for (Stance stance : Stance.values()) {
						rows.printRecord(page.plan(), (row.number() > 0) ? row.number() : "",
								CsvTable.written(row.title()), page.columns().get(i).key(),
								CsvTable.written(page.columns().get(i).name()), stance.word(),
								cell.stances().counts().getOrDefault(stance, 0));
					}
				}
			}
			return table.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
