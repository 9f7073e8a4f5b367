package org.catena.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.catena.table.TableAbout;
import org.catena.table.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the tables of what is shown, some rows at a time.
 */
@Component
class DataTables {

	private static final int CHUNK = 1000;

	private final JdbcTemplate jdbc;

	DataTables(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.jdbc.setFetchSize(CHUNK);
	}

	/**
	 * Writes a table.
	 * @param table which
	 * @param writer where to
	 * @param sorted whether the rows are in the order of their key, and read in one go,
	 * for which a transaction must be open; otherwise no connection is held while a slow
	 * reader takes them
	 */
	void write(DataTable table, TableWriter writer, boolean sorted) throws IOException {
		List<String> columns = table.columns().stream().map(DataTable.Column::name).toList();
		writer.begin(TableAbout.NOTHING, columns);
		String rows = "select * from (%s) t(_id, _n, %s)".formatted(table.sql(),
				columns.stream().map(RecordSchema::quoted).collect(Collectors.joining(", ")));
		if (sorted) {
			this.jdbc.query(rows + " order by "
					+ table.key()
						.stream()
						.map((column) -> RecordSchema.quoted(column) + (isText(table, column) ? " collate \"C\"" : ""))
						.collect(Collectors.joining(", ")),
					(rs) -> {
						row(table, columns, rs, writer);
					});
		}
		else {
			long[] last = { -1, -1 };
			int[] read = { CHUNK };
			while (read[0] == CHUNK) {
				read[0] = 0;
				this.jdbc.query(rows + " where _id >= ? and (_id, _n) > (?, ?) order by _id, _n limit " + CHUNK,
						(rs) -> {
							row(table, columns, rs, writer);
							last[0] = rs.getLong(1);
							last[1] = rs.getLong(2);
							read[0]++;
						}, last[0], last[0], last[1]);
			}
		}
		writer.end();
	}

	private static boolean isText(DataTable table, String column) {
		return table.columns().stream().anyMatch((one) -> one.name().equals(column) && one.type().equals("string"));
	}

	private static void row(DataTable table, List<String> columns, ResultSet rs, TableWriter writer)
			throws SQLException {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < columns.size(); i++) {
			row.put(columns.get(i), value(rs.getObject(i + 3)));
		}
		try {
			writer.row(table.name(), row);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Object value(@Nullable Object value) throws SQLException {
		if (value instanceof Timestamp time) {
			return time.toInstant().toString();
		}
		if (value instanceof java.sql.Array array) {
			return Arrays.asList((Object[]) array.getArray());
		}
		return (value instanceof java.sql.Date day) ? day.toString() : value;
	}

}
