package org.catena.search;

import java.sql.Types;
import java.util.Collection;
import java.util.List;

import org.catena.article.ArticlesAdded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The articles that the index may not hold as the record does, some hundreds to a row:
 * those that came in bulk, and all of them when the index is rebuilt. A row is written in
 * the transaction that adds its articles and deleted once the index holds them, so a
 * process that dies in between loses nothing.
 */
@Component
class Backlog {

	/** Articles in a row: what is indexed, or repeated after a crash, at once. */
	static final int CHUNK = 500;

	/**
	 * "index" in ASCII: shared by those who change articles, alone for who lists them
	 * all.
	 */
	private static final long LOCK = 0x696E646578L;

	/**
	 * An older row with the same article goes first, so that the last word is the last.
	 */
	private static final String NEXT = """
			select b.id, b.articles, b.attempts from index_backlog b
			where b.due <= now()
			  and not exists (select from index_backlog o where o.id < b.id and o.articles && b.articles)
			order by b.id limit 1 for update of b skip locked""";

	private static final String ALL = """
			insert into index_backlog (articles, rebuild)
			select array_agg(id order by id), ?
			from (select id, (row_number() over (order by id) - 1) / ? as chunk from article) a
			group by chunk order by chunk""";

	private final JdbcClient jdbc;

	Backlog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void add(ArticlesAdded added) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Articles are added inside a transaction");
		}
		List<Long> articles = added.articleIds();
		for (int start = 0; start < articles.size(); start += CHUNK) {
			this.jdbc.sql("insert into index_backlog (articles) values (?)")
				.param(array(articles.subList(start, Math.min(start + CHUNK, articles.size()))))
				.update();
		}
	}

	/**
	 * Articles have changed, and leave events. Who works off a row that names them may
	 * have read them before, so they go on the list once more.
	 */
	void changed(Collection<Long> articles) {
		this.jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(LOCK).query().listOfRows();
		SqlParameterValue changed = array(articles);
		this.jdbc.sql("""
				insert into index_backlog (articles)
				select ? where exists (select from index_backlog where articles && ?)""")
			.params(changed, changed)
			.update();
	}

	/** Puts all articles on the list, for a rebuild. */
	void addAll(long rebuild) {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
		this.jdbc.sql(ALL).params(rebuild, CHUNK).update();
	}

	/** The next row that nobody works off, locked until the transaction ends. */
	@Nullable Chunk next() {
		return this.jdbc.sql(NEXT)
			.query((row, number) -> new Chunk(row.getLong("id"), List.of((Long[]) row.getArray("articles").getArray()),
					row.getInt("attempts")))
			.optional()
			.orElse(null);
	}

	void done(Chunk chunk) {
		this.jdbc.sql("delete from index_backlog where id = ?").param(chunk.id()).update();
	}

	/**
	 * Some articles of a row could not be indexed, and are tried again later: after two
	 * seconds, then four and so on, up to some five minutes. No rebuild waits for those
	 * that fail for the third time.
	 */
	void failed(Chunk chunk, Collection<Long> articles) {
		this.jdbc.sql("""
				update index_backlog set articles = ?, attempts = attempts + 1,
				  rebuild = case when attempts < 2 then rebuild end,
				  due = clock_timestamp() + make_interval(secs => power(2, least(attempts + 1, 8))) where id = ?""")
			.params(array(articles), chunk.id())
			.update();
	}

	/** How many articles are on the list; one can be there twice. */
	long articles() {
		return this.jdbc.sql("select coalesce(sum(cardinality(articles)), 0) from index_backlog")
			.query(Long.class)
			.single();
	}

	/** How many processes bring changes into an index: sites, by their signs of life. */
	int processes() {
		return this.jdbc.sql("select count(*) from hsearch_agent where expiration > now()")
			.query(Integer.class)
			.single();
	}

	static SqlParameterValue array(Collection<Long> articles) {
		return new SqlParameterValue(Types.ARRAY, articles.toArray(Long[]::new));
	}

	/**
	 * A row.
	 *
	 * @param id its id
	 * @param articles ids of articles
	 * @param attempts how often it failed
	 */
	record Chunk(long id, List<Long> articles, int attempts) {
	}

}
