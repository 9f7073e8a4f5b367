package org.catena.past;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far back the archive can be told: from the first text that came in, and from when
 * on its changes are noted.
 */
@Component
class Reach {

	private final JdbcClient jdbc;

	Reach(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Sees to it that a moment can be told.
	 * @throws NotOfThatDay if there was nothing yet, or it is not known what there was
	 */
	void check(AsOf past) {
		Beginning beginning = this.jdbc.sql("""
				select (select min(created_at) from article_version) as first,
				  least((select min(at) from change), noted_since()) as noted""")
			.query((row, number) -> new Beginning(instant(row, "first"), instant(row, "noted")))
			.single();
		Instant first = beginning.first();
		if (first == null) {
			throw new NotOfThatDay(HttpStatus.NOT_FOUND, "Nothing has come into the archive yet.");
		}
		if (!past.end().isAfter(first)) {
			throw new NotOfThatDay(HttpStatus.NOT_FOUND,
					"The archive held nothing then: its first text came in on %s.".formatted(AsOf.day(first)));
		}
		Instant noted = beginning.noted();
		if (noted != null && !past.end().isAfter(noted)) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					"How the archive stood then is not known: its changes are noted since %s."
						.formatted(AsOf.day(noted)));
		}
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		return (row.getTimestamp(column) != null) ? row.getTimestamp(column).toInstant() : null;
	}

	private record Beginning(@Nullable Instant first, @Nullable Instant noted) {
	}

}
