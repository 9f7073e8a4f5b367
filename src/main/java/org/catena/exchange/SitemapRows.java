package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what sitemaps list.
 */
@Component
class SitemapRows {

	/** Addresses that a sitemap has at most, by the protocol. */
	static final int MOST = 50_000;

	private static final int CHUNK = 5_000;

	private final JdbcClient jdbc;

	SitemapRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The sitemaps that have something, each with the time of its last change. */
	List<Place> sitemaps() {
		List<Place> sitemaps = new ArrayList<>();
		for (SitemapKind kind : SitemapKind.values()) {
			sitemaps.addAll(
					this.jdbc
						.sql("select (id - 1) / " + MOST + " + 1 as id, '/sitemap-" + kind.word() + "-' || (id - 1) / "
								+ MOST + " + 1 || '.xml' as path, max(changed) as changed from (" + kind.rows()
								+ ") listed group by (id - 1) / " + MOST + " order by 1")
						.query(SitemapRows::place)
						.list());
		}
		return sitemaps;
	}

	/**
	 * Some addresses of a sitemap.
	 * @param kind of what
	 * @param number the number of the sitemap, from 1
	 * @param after the id after which they come; 0 at the beginning
	 */
	List<Place> next(SitemapKind kind, long number, long after) {
		return this.jdbc
			.sql("select * from (" + kind.rows() + ") listed where id > :after and id <= :end order by id limit "
					+ CHUNK)
			.param("after", Math.max(after, (number - 1) * MOST))
			.param("end", number * MOST)
			.query(SitemapRows::place)
			.list();
	}

	private static Place place(ResultSet rs, int row) throws SQLException {
		Timestamp changed = rs.getTimestamp("changed");
		return new Place(rs.getLong("id"), rs.getString("path"), (changed != null) ? changed.toInstant() : null);
	}

	/**
	 * An address.
	 *
	 * @param id by which it is ordered
	 * @param path from the root of the site
	 * @param changed when it was changed last, where that is known
	 */
	record Place(long id, String path, @Nullable Instant changed) {
	}

}
