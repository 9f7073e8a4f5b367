package org.catena.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Lets one process at a time read the corpus into a database, by an advisory lock that
 * PostgreSQL gives back by itself when the process ends in whatever way.
 */
@Component
class IngestLock {

	/** "catena" in ASCII, so that no other lock has it. */
	private static final long KEY = 0x636174656E61L;

	private final DataSource dataSource;

	IngestLock(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Works while holding the lock.
	 * @throws IngestIsRunning when somebody else holds it
	 */
	<T> T holding(Supplier<T> work) {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			if (!ask(statement, "select pg_try_advisory_lock(" + KEY + ")")) {
				throw new IngestIsRunning();
			}
			try {
				return work.get();
			}
			finally {
				ask(statement, "select pg_advisory_unlock(" + KEY + ")");
			}
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("ingest lock", null, ex);
		}
	}

	private static boolean ask(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			return result.next() && result.getBoolean(1);
		}
	}

}
