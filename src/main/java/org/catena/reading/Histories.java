package org.catena.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.catena.history.Change;
import org.catena.history.History;
import org.catena.history.TellHistory;
import org.catena.history.ToldChange;
import org.catena.reading.HistoryPage.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what happened to what readers see, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class Histories {

	private final JdbcClient jdbc;

	private final History history;

	private final TellHistory tell;

	private final OldSlugs oldSlugs;

	Histories(JdbcClient jdbc, History history, TellHistory tell, OldSlugs oldSlugs) {
		this.jdbc = jdbc;
		this.history = history;
		this.tell = tell;
		this.oldSlugs = oldSlugs;
	}

	/** What happened to a claim, its relations and discrepancies, the newest first. */
	List<ToldChange> ofClaim(long id) {
		return this.tell.tell(read(this.jdbc.sql("""
				select 'claim' as kind, cast(:id as bigint) as id
				union all select 'relation', id from relation where from_id = :id or to_id = :id
				union all select 'discrepancy', id from discrepancy where claim_id = :id""").param("id", id)));
	}

	/**
	 * Reads the history of an article and of what is said of it.
	 * @param slug its slug
	 * @return its page
	 * @throws NotFound when there is no such article
	 * @throws Withdrawn when it is no longer shown
	 */
	HistoryPage article(String slug) {
		Thing article = find(
				"select id, coalesce(title, supplied_title) as name, withdrawn_reason from article where slug = :slug",
				slug, () -> this.oldSlugs.article(slug, "/articles/%s/history"));
		List<VersionRow> versions = this.jdbc.sql("""
				select number, created_at, created_by, reason, words from article_version where article_id = :id
				order by number desc""")
			.param("id", article.id())
			.query((row, number) -> new VersionRow(row.getInt("number"), row.getTimestamp("created_at").toInstant(),
					row.getString("created_by"), row.getString("reason"), row.getInt("words")))
			.list();
		return new HistoryPage(article.name(), "/articles/" + slug, versions,
				this.tell.tellTogether(read(this.jdbc.sql("""
						with own as (select id from claim where article_id = :id and standing <> 'compared')
						select 'article' as kind, cast(:id as bigint) as id
						union all select 'claim', id from own
						union all select 'relation', r.id from relation r where from_id in (select id from own)
						  or to_id in (select id from own)
						union all select 'discrepancy', d.id from discrepancy d join own on own.id = d.claim_id""")
					.param("id", article.id()))));
	}

	/**
	 * Reads the history of an agent.
	 * @throws NotFound when there is no such agent
	 */
	HistoryPage agent(String slug) {
		Thing agent = find("select id, name, null as withdrawn_reason from agent where slug = :slug", slug,
				() -> this.oldSlugs.agent(slug, "/agents/%s/history"));
		return new HistoryPage(agent.name(), "/agents/" + slug, List.of(),
				this.tell.tell(this.history.of("agent", List.of(agent.id()))));
	}

	/**
	 * Reads the history of a source.
	 * @throws NotFound when there is no such source
	 */
	HistoryPage source(String slug) {
		Thing source = find("select id, name, null as withdrawn_reason from source where slug = :slug", slug,
				() -> this.oldSlugs.source(slug, "/sources/%s/history"));
		return new HistoryPage(source.name(), "/sources/" + slug, List.of(),
				this.tell.tell(this.history.of("source", List.of(source.id()))));
	}

	private Thing find(String sql, String slug, Supplier<RuntimeException> missing) {
		Thing found = this.jdbc.sql(sql)
			.param("slug", slug)
			.query((row, number) -> new Thing(row.getLong("id"), row.getString("name"),
					row.getString("withdrawn_reason")))
			.optional()
			.orElseThrow(missing);
		if (found.withdrawnReason() != null) {
			throw new Withdrawn(found.withdrawnReason());
		}
		return found;
	}

	private List<Change> read(JdbcClient.StatementSpec entities) {
		Map<String, List<Long>> ids = new HashMap<>();
		entities.query((row) -> {
			ids.computeIfAbsent(row.getString("kind"), (kind) -> new ArrayList<>()).add(row.getLong("id"));
		});
		return this.history.of(ids);
	}

	private record Thing(long id, String name, @Nullable String withdrawnReason) {
	}

}
