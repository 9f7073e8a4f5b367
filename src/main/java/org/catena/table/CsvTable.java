package org.catena.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV by RFC 4180. What the file says of itself stands in the last columns of
 * each row, the same in all, because lines that are no rows break what reads tables. A
 * text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
 * injection).
 */
public final class CsvTable implements TableWriter {

	/** With which spreadsheets begin formulas, narrow and wide, or pass over. */
	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private final CSVPrinter printer;

	private final List<@Nullable Object> about = new ArrayList<>();

	/**
	 * Makes a writer.
	 * @param out where to
	 */
	public CsvTable(Appendable out) throws IOException {
		this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
	}

	@Override
	public void begin(TableAbout head, List<String> columns) throws IOException {
		List<String> all = new ArrayList<>(columns);
		head.columns().forEach((column, value) -> {
			all.add(column);
			this.about.add(written(value));
		});
		this.printer.printRecord(all);
	}

	@Override
	public void row(String type, Map<String, ? extends @Nullable Object> row) throws IOException {
		List<@Nullable Object> values = new ArrayList<>();
		row.values().forEach((value) -> values.add(written(value)));
		values.addAll(this.about);
		this.printer.printRecord(values);
	}

	@Override
	public void end() throws IOException {
		this.printer.flush();
	}

	/** A value as a cell has it; several are joined by semicolons. */
	public static @Nullable Object written(@Nullable Object value) {
		Object one = (value instanceof Collection<?> several)
				? String.join("; ", several.stream().map(String::valueOf).toList()) : value;
		return (one instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text
				: one;
	}

}
