package org.catena.reading;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the archive holds, so that a file says of which state it is.
 *
 * @param articles how many articles are shown
 * @param claims how many claims are shown
 * @param changed when an article or a claim was changed last; null for an empty archive
 */
record ArchiveState(long articles, long claims, @Nullable Instant changed) {

	static ArchiveState now(JdbcClient jdbc) {
		return jdbc.sql("""
				select (select count(*) from article where state = 'published') as articles,
				  (select count(*) from shown_claim) as claims,
				  greatest((select max(updated_at) from article), (select max(updated_at) from claim)) as changed""")
			.query((row, number) -> new ArchiveState(row.getLong("articles"), row.getLong("claims"),
					(row.getTimestamp("changed") != null) ? row.getTimestamp("changed").toInstant() : null))
			.single();
	}

}
