package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A time as editors read it, in UTC: they work in many zones.
 *
 * @param instant the time
 */
record When(Instant instant) {

	private static final DateTimeFormatter WORDS = DateTimeFormatter
		.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/** The time in a column that is never empty. */
	static When of(ResultSet row, String column) throws SQLException {
		return new When(row.getObject(column, OffsetDateTime.class).toInstant());
	}

	/** The time in a column, or null. */
	static @Nullable When find(ResultSet row, String column) throws SQLException {
		return (row.getObject(column) != null) ? of(row, column) : null;
	}

	public String words() {
		return WORDS.format(this.instant);
	}

	@Override
	public String toString() {
		return this.instant.toString();
	}

}
