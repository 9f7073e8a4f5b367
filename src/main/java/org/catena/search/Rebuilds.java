package org.catena.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebuilds of the index: all articles go on its backlog, and when they are done, what the
 * record does not have is deleted. The index answers all the while, each document giving
 * way to its successor. A rebuild goes on after a crash, in whatever process.
 */
@Component
public class Rebuilds {

	private static final Log log = LogFactory.getLog(Rebuilds.class);

	private static final String UNDER_WAY = """
			select id, reason, mapping, emptied, articles, begun,
			  (select coalesce(sum(cardinality(articles)), 0) from index_backlog where rebuild = r.id) as behind
			from index_rebuild r where ended is null""";

	private static final String DONE = """
			select id from index_rebuild r where ended is null
			and not exists (select from index_backlog where rebuild = r.id) for update of r skip locked""";

	private final JdbcClient jdbc;

	private final Backlog backlog;

	Rebuilds(JdbcClient jdbc, Backlog backlog) {
		this.jdbc = jdbc;
		this.backlog = backlog;
	}

	/**
	 * Begins to bring the whole index up to the record, unless that is under way. The
	 * site does it, now or when it is started.
	 * @param reason why, as a sentence without a full stop
	 * @return whether it was begun
	 */
	@Transactional
	public boolean begin(String reason) {
		return begin(reason, false) != null;
	}

	/** The rebuild that is under way. */
	@Transactional(readOnly = true)
	public Optional<Progress> underWay() {
		return this.jdbc.sql(UNDER_WAY)
			.query((row, number) -> new Progress(row.getLong("id"), row.getString("reason"), row.getString("mapping"),
					row.getBoolean("emptied"), row.getInt("articles"), row.getInt("behind"),
					row.getTimestamp("begun").toInstant()))
			.optional();
	}

	/**
	 * How many articles the index may not hold as the record does, beside single changes.
	 */
	@Transactional(readOnly = true)
	public long articlesWaiting() {
		return this.backlog.articles();
	}

	/**
	 * Begins.
	 * @param emptied whether the index is emptied first
	 * @return the id, or null where one is under way
	 */
	@Transactional
	@Nullable Long begin(String reason, boolean emptied) {
		Long id = this.jdbc.sql("""
				insert into index_rebuild (reason, mapping, emptied, articles)
				select ?, ?, ?, count(*) from article on conflict do nothing returning id""")
			.params(reason, IndexMark.made(database()), emptied)
			.query(Long.class)
			.optional()
			.orElse(null);
		if (id != null) {
			this.backlog.addAll(id);
			log.info("Rebuilding the index from PostgreSQL: " + reason);
		}
		return id;
	}

	/** Leaves the rebuild that is under way. */
	@Transactional
	void abandon() {
		this.jdbc.sql("delete from index_backlog where rebuild in (select id from index_rebuild where ended is null)")
			.update();
		this.jdbc.sql("update index_rebuild set ended = clock_timestamp() where ended is null").update();
	}

	/**
	 * Ends the rebuild, if all its articles are done.
	 * @param last what is to be done before
	 */
	@Transactional
	void endWhenDone(Runnable last) {
		Long id = this.jdbc.sql(DONE).query(Long.class).optional().orElse(null);
		if (id != null) {
			last.run();
			this.jdbc.sql("update index_rebuild set ended = clock_timestamp() where id = ?").param(id).update();
			log.info("Index rebuilt");
		}
	}

	/** The id of this database. */
	UUID database() {
		return this.jdbc.sql("select id from index_record").query(UUID.class).single();
	}

	/** Of these ids, those that a table does not have. */
	List<Long> without(String table, List<Long> ids) {
		List<Long> missing = new ArrayList<>(ids);
		missing.removeAll(new java.util.HashSet<>(this.jdbc.sql("select id from " + table + " where id = any(?)")
			.param(Backlog.array(ids))
			.query(Long.class)
			.list()));
		return missing;
	}

	/**
	 * How far a rebuild is.
	 *
	 * @param id its id
	 * @param reason why, as a sentence without a full stop
	 * @param mapping what the index is to be made from
	 * @param emptied whether the index was emptied first
	 * @param articles how many articles there were
	 * @param behind how many of them are still to be indexed
	 * @param begun when it began
	 */
	public record Progress(long id, String reason, String mapping, boolean emptied, int articles, int behind,
			Instant begun) {

		/** How many articles are done. */
		public int done() {
			return Math.max(0, this.articles - this.behind);
		}

		/** Per cent that are done, rounded down. */
		public int percent() {
			return (this.articles == 0) ? 100 : (int) (100L * done() / this.articles);
		}

		/**
		 * How long it will still take, if it goes on as so far; null at the beginning.
		 */
		public @Nullable Duration left(Instant now) {
			Duration passed = Duration.between(this.begun, now);
			return (done() == 0) ? null : passed.multipliedBy(this.behind).dividedBy(done());
		}

	}

}
