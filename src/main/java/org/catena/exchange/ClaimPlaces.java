package org.catena.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the words of claims as they stand in the version of the text that programs are
 * sent to, with what stands around them: one statement whatever their number.
 */
@Component
class ClaimPlaces {

	/** Code points that are given on either side of a quote, where the text has them. */
	static final int AROUND = 32;

	private final JdbcClient jdbc;

	ClaimPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The places of claims by their ids. */
	Map<Long, Place> of(List<ClaimRecord> claims) {
		Map<Long, Place> places = new HashMap<>();
		if (claims.isEmpty()) {
			return places;
		}
		this.jdbc
			.sql("""
					select c.id, v.number, v.created_at, a.language, c.span_start is not null as placed, c.exact, c.prefix, c.suffix,
					  substring(v.text from c.span_start + 1 for c.span_end - c.span_start) as words,
					  substring(v.text from greatest(c.span_start - %1$d + 1, 1) for least(c.span_start, %1$d)) as before,
					  substring(v.text from c.span_end + 1 for %1$d) as after,
					 (select count(*) from regexp_split_to_table(left(v.text, c.span_start), E'\\n\\n') p where p not like '## %%')
					   as paragraph
					from shown_claim c join article a on a.id = c.article_id join article_version v on v.article_id = c.article_id
					  and v.number = case when c.span_start is null then c.made_on_version else c.placed_on_version end
					where c.id in (:ids)"""
				.formatted(AROUND))
			.param("ids", claims.stream().map(ClaimRecord::id).toList())
			.query((rs) -> {
				boolean placed = rs.getBoolean("placed");
				places.put(rs.getLong("id"),
						new Place(rs.getInt("number"), rs.getTimestamp("created_at").toInstant(),
								rs.getString("language"), rs.getString(placed ? "words" : "exact"),
								rs.getString(placed ? "before" : "prefix"), rs.getString(placed ? "after" : "suffix"),
								(placed && rs.getInt("paragraph") > 0) ? rs.getInt("paragraph") : null));
			});
		return places;
	}

	/**
	 * Where the words of a claim stand.
	 *
	 * @param version the number of the version
	 * @param since when that version came in
	 * @param language the language of the text, as a BCP 47 tag
	 * @param words the words
	 * @param before what stands before them
	 * @param after what stands after them
	 * @param paragraph in which paragraph they begin, from 1, printed subheads left out;
	 * null where they do not
	 */
	record Place(int version, Instant since, String language, String words, @Nullable String before,
			@Nullable String after, @Nullable Integer paragraph) {
	}

}
