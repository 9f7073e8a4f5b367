package org.catena.article;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows on their way into a table by PostgreSQL's {@code COPY}, in its text format: many
 * times faster than statements. What entities would check is for the caller to check.
 */
public final class CopyRows {

	/** Ids that a call of a sequence yields: that of the schema and of the entities. */
	private static final int BLOCK = 50;

	private final String into;

	private final StringBuilder rows = new StringBuilder();

	/**
	 * Begins without rows.
	 * @param into the table with its columns, {@code "byline (article_id, position)"} for
	 * instance
	 */
	public CopyRows(String into) {
		this.into = into;
	}

	/**
	 * Adds a row.
	 * @param values a value for each column, whose text is what PostgreSQL reads
	 */
	public void add(@Nullable Object... values) {
		for (int i = 0; i < values.length; i++) {
			if (i > 0) {
				this.rows.append('\t');
			}
			Object value = values[i];
			if (value == null) {
				this.rows.append("\\N");
			}
			else if (value instanceof String text) {
				append(text);
			}
			else {
				this.rows.append(value);
			}
		}
		this.rows.append('\n');
	}

	private void append(String text) {
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			switch (letter) {
				case '\\' -> this.rows.append("\\\\");
				case '\n' -> this.rows.append("\\n");
				case '\r' -> this.rows.append("\\r");
				case '\t' -> this.rows.append("\\t");
				default -> this.rows.append(letter);
			}
		}
	}

	/** Sends the rows in the transaction that is under way. */
	public void send(JdbcOperations jdbc) {
		if (this.rows.isEmpty()) {
			return;
		}
		jdbc.execute((ConnectionCallback<Long>) (connection) -> {
			try {
				return connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + this.into + " from stdin", new StringReader(this.rows.toString()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Takes new ids from a sequence that entities take theirs from as well. Hibernate
	 * reads a value of the sequence as the end of a block, itself not included.
	 * @param jdbc where the sequence is
	 * @param sequence its name
	 * @param count how many ids
	 * @return that many ids
	 */
	public static List<Long> ids(JdbcOperations jdbc, String sequence, int count) {
		List<Long> ids = new ArrayList<>(count);
		while (ids.size() < count) {
			int blocks = (count - ids.size() + BLOCK - 1) / BLOCK;
			List<Long> ends = jdbc
				.queryForList("select nextval('" + sequence + "') from generate_series(1, " + blocks + ")", Long.class);
			for (long end : ends) {
				// As Hibernate counts: a value of the sequence is the last id of its
				// block,
				// and the first value, 1, the only one of its own.
				for (long id = Math.max(1, end - BLOCK + 1); id <= end && ids.size() < count; id++) {
					ids.add(id);
				}
			}
		}
		return ids;
	}

}
