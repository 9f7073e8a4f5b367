package org.catena.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The order in which things were changed: by the transaction that did it, then by id.
 * Only what was changed by a transaction older than every one that still runs is told, so
 * nothing can come in later before a place that was told already: decision 0024.
 */
@Component
@Order(-2)
class Changes implements ApplicationRunner {

	private static final String PAGE = """
			select m.id, m.transaction::text as transaction, m.at, %s as shown, %s as name, %s as reason,
			  %s as merged_into
			from change_mark m join %s
			where m.kind = :kind and m.transaction < pg_snapshot_xmin(pg_current_snapshot())
			and (m.transaction, m.id) > (cast(:transaction as xid8), :id) and %s
			order by m.transaction, m.id limit :limit""";

	private final JdbcClient jdbc;

	Changes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Transactions are numbered by the server, so marks that came from another server, as
	 * with a copy of the database, may be of transactions yet to come. They begin anew.
	 */
	@Override
	@Transactional
	public void run(ApplicationArguments args) {
		int renewed = this.jdbc.sql("""
				update change_mark set transaction = pg_current_xact_id() where exists (
				  select from change_mark late where late.transaction >= pg_snapshot_xmax(pg_current_snapshot()))""")
			.update();
		if (renewed > 0) {
			this.jdbc.sql("update change_epoch set epoch = gen_random_uuid()").update();
		}
	}

	/** The order that holds now. */
	String epoch() {
		return this.jdbc.sql("select epoch::text from change_epoch").query(String.class).single();
	}

	/**
	 * A word for what is marked now: the same word, the same archive. There is none while
	 * a transaction is under way that is older than the last mark, for it may add marks
	 * that are no later.
	 */
	Optional<String> state() {
		return this.jdbc.sql("""
				select e.epoch || ' ' || coalesce(m.transaction, '0')::text from change_epoch e
				left join (select transaction from change_mark order by transaction desc limit 1) m on true
				where coalesce(m.transaction, '0') < pg_snapshot_xmin(pg_current_snapshot())""")
			.query(String.class)
			.optional();
	}

	/**
	 * When what was changed last began to be changed; none while nothing was. A feed
	 * without entries bears this date; whether anything is new it does not tell.
	 */
	Optional<Instant> last() {
		return this.jdbc.sql("select at from change_mark order by transaction desc limit 1")
			.query((rs, row) -> rs.getTimestamp(1).toInstant())
			.optional();
	}

	/**
	 * What was changed after a place.
	 * @param kind which things
	 * @param after the place
	 * @param where a condition on the thing {@code t}, with named parameters
	 * @param parameters their values
	 * @param limit how many at most
	 */
	List<Change> after(ChangeKind kind, Cursor after, String where, Map<String, ?> parameters, int limit) {
		return this.jdbc
			.sql(PAGE.formatted(kind.shown(), kind.naming(), kind.reason(), kind.mergedInto(), kind.join(), where))
			.params(parameters)
			.param("kind", kind.word())
			.param("transaction", after.transaction())
			.param("id", after.id())
			.param("limit", limit)
			.query((rs, row) -> new Change(rs.getLong("id"), rs.getString("transaction"),
					rs.getTimestamp("at").toInstant(), rs.getBoolean("shown"), rs.getString("name"),
					rs.getString("reason"), rs.getString("merged_into")))
			.list();
	}

	/**
	 * A thing that was changed.
	 *
	 * @param id its id in the tables
	 * @param transaction the transaction that changed it
	 * @param at when that began
	 * @param shown whether readers are shown it
	 * @param name by which programs know it
	 * @param reason why it is not shown
	 * @param mergedInto the name of the one with which it was merged, if it was
	 */
	record Change(long id, String transaction, Instant at, boolean shown, String name, @Nullable String reason,
			@Nullable String mergedInto) {
	}

}
