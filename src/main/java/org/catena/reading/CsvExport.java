package org.catena.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * An export as CSV by RFC 4180. What it says of itself stands in the last columns of each
 * row, the same in all, because lines that are no rows break what reads tables. A text
 * that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
 * injection).
 */
final class CsvExport implements ExportWriter {

	/** Columns that say of what search a row is. */
	static final List<String> ABOUT = List.of("search", "search_words", "search_in_words", "search_taken",
			"search_unit", "search_total", "archive_articles", "archive_claims", "archive_changed");

	/** With which spreadsheets begin formulas, narrow and wide, or pass over. */
	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private final CSVPrinter printer;

	private List<@Nullable Object> about = List.of();

	CsvExport(Appendable out) throws IOException {
		this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
	}

	@Override
	public void begin(ExportHead head, List<String> columns) throws IOException {
		List<String> all = new ArrayList<>(columns);
		all.addAll(ABOUT);
		this.printer.printRecord(all);
		this.about = new ArrayList<>();
		ArchiveState archive = head.archive();
		for (Object value : new @Nullable Object[] { head.address(), head.words(), head.inWords(),
				head.taken().toString(), head.unit(), head.total(), archive.articles(), archive.claims(),
				Objects.toString(archive.changed(), null) }) {
			this.about.add(written(value));
		}
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
	static @Nullable Object written(@Nullable Object value) {
		Object one = (value instanceof Collection<?> several)
				? String.join("; ", several.stream().map(String::valueOf).toList()) : value;
		return (one instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text
				: one;
	}

}
