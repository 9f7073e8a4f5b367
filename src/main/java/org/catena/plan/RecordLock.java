package org.catena.plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction at a time change the record: plans, names, articles, claims,
 * relations, discrepancies, crosswalks. Whoever changes any of them, a file, a form, a
 * correction, a merge or a withdrawal, takes this lock before anything else is read for
 * it, and has it until the transaction ends. So what was read still holds when it is
 * written, a free slug or number stays free, and nobody waits for somebody who waits for
 * him: rows, and what triggers write beside them, are locked in any order by one alone.
 * Locks of tables or rows are not needed beside it. Those who read never wait.
 */
@Component
public class RecordLock {

	/** "record" in ASCII, so that no other lock has it. */
	private static final long KEY = 0x7265636F7264L;

	private final JdbcClient jdbc;

	RecordLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Waits until no other transaction changes the record. Who has the lock already may
	 * take it again.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void take() {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query().listOfRows();
	}

}
