package org.catena.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.catena.search.Marking.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the texts in which a concordance looks for occurrences: those of articles, and
 * the quotes of claims with what stands around them. One statement, whose rows come in
 * batches if a transaction is open.
 */
@Component
class LineTexts {

	/** Code points that are read before and after the quote of a claim. */
	private static final int AROUND = 120;

	/** Texts that are in memory at once. */
	private static final int BATCH = 100;

	/** Characters above which fewer are. */
	private static final int LONG_BATCH = 2_000_000;

	private static final String ARTICLES = """
			select h.rank, a.id, s.name as source, v.text, 0 as before, null as quoted
			from unnest(:ids) with ordinality as h(id, rank)
			  join article a on a.id = h.id and a.state = 'published' join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version
			order by h.rank""";

	/**
	 * The words around a quote are known where the quote stands in the text as it is
	 * quoted.
	 */
	private static final String CLAIMS = """
			select h.rank, c.id, s.name as source, c.exact as quoted, w.before,
			  case when w.before is null then c.exact
			    else substring(v.text, c.span_start - w.before + 1, w.before + length(c.exact) + %1$d) end as text
			from unnest(:ids) with ordinality as h(id, rank) join shown_claim c on c.id = h.id
			  join article a on a.id = c.article_id join source s on s.id = a.source_id
			  join article_version v on v.article_id = a.id and v.number = a.version,
			  lateral (select case when c.anchoring in ('exact', 'moved') then least(c.span_start, %1$d) end as before) w
			order by h.rank"""
		.formatted(AROUND);

	private final JdbcClient jdbc;

	LineTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads texts and finds what occurs in them.
	 * @param scope what the ids are of
	 * @param ids what to read
	 * @param marking what to find
	 * @param reader is given the texts in the order of the ids; says whether to go on
	 */
	void read(Scope scope, List<Long> ids, Marking marking, Predicate<LineText> reader) {
		if (ids.isEmpty()) {
			return;
		}
		this.jdbc.sql((scope == Scope.ARTICLES) ? ARTICLES : CLAIMS)
			.param("ids", ids.toArray(Long[]::new))
			.withFetchSize(BATCH)
			.query((ResultSet rows) -> read(rows, marking, reader));
	}

	/** Stops reading where nobody wants more. */
	private static boolean read(ResultSet rows, Marking marking, Predicate<LineText> reader) throws SQLException {
		List<Raw> batch = new ArrayList<>();
		long length = 0;
		while (rows.next()) {
			Raw raw = Raw.of(rows);
			batch.add(raw);
			length += raw.text().length();
			if (batch.size() == BATCH || length > LONG_BATCH) {
				if (!give(batch, marking, reader)) {
					return false;
				}
				length = 0;
			}
		}
		return give(batch, marking, reader);
	}

	private static boolean give(List<Raw> batch, Marking marking, Predicate<LineText> reader) {
		List<LineText> texts = batch.parallelStream().map((raw) -> raw.marked(marking)).toList();
		batch.clear();
		return texts.stream().allMatch(reader);
	}

	/**
	 * A text as read.
	 *
	 * @param before code points before the quote of a claim
	 * @param quoted the quote of a claim
	 */
	private record Raw(long id, int rank, String source, String text, int before, @Nullable String quoted) {

		static Raw of(ResultSet row) throws SQLException {
			return new Raw(row.getLong("id"), row.getInt("rank"), row.getString("source"), row.getString("text"),
					row.getInt("before"), row.getString("quoted"));
		}

		LineText marked(Marking marking) {
			int start = this.text.offsetByCodePoints(0, this.before);
			List<Span> spans = marking.spans((this.quoted != null) ? this.quoted : this.text);
			return new LineText(this.id, this.rank, this.source, this.text, this.before,
					spans.stream()
						.map((span) -> new Span(span.start() + start, span.end() + start, span.term()))
						.toList());
		}

	}

	/**
	 * A text with what occurs in it.
	 *
	 * @param id the article or claim
	 * @param rank its place among those that were asked for, from 1
	 * @param source its source's name
	 * @param text the text of the article, or the quote with what stands around it
	 * @param before code points before the quote of a claim
	 * @param spans what was found, in order; offsets in UTF-16
	 */
	record LineText(long id, int rank, String source, String text, int before, List<Span> spans) {
	}

}
