package org.catena.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the record: of now, or of the moment that the thread reads as of. Those
 * to the past are a few of their own, so that no setting of theirs ever reaches the
 * present.
 */
public final class PastDataSource extends DelegatingDataSource implements DisposableBean {

	/** Connections to the past at most. */
	private static final int MOST = 4;

	private static final Duration IDLE = Duration.ofMinutes(10);

	/**
	 * Plans of many tables are short of statistics: a compiler would be called for
	 * nothing.
	 */
	private static final String BEGIN = "select make_past(); set default_transaction_read_only to on; "
			+ "set work_mem to '32MB'; set jit to off";

	private @Nullable HikariDataSource past;

	PastDataSource(DataSource present) {
		super(present);
	}

	@Override
	public Connection getConnection() throws SQLException {
		AsOf asked = Past.current().orElse(null);
		return (asked != null) ? connect(asked.end()) : super.getConnection();
	}

	/**
	 * Connections to one moment, on whichever thread.
	 * @param end the first moment that is no longer seen
	 */
	public DataSource asOf(Instant end) {
		return new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				return connect(end);
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				return connect(end);
			}

		};
	}

	private Connection connect(Instant end) throws SQLException {
		HikariDataSource pool = past();
		Connection connection = pool.getConnection();
		try (Statement moment = connection.createStatement()) {
			moment.execute("begin read write; select tell_past('" + end + "'); commit");
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			pool.evictConnection(connection);
			throw ex;
		}
	}

	private synchronized HikariDataSource past() throws SQLException {
		HikariDataSource pool = this.past;
		if (pool == null) {
			HikariDataSource present = unwrap(HikariDataSource.class);
			HikariConfig config = new HikariConfig();
			present.copyStateTo(config);
			present.getDataSourceProperties()
				.forEach((name, value) -> config.addDataSourceProperty((String) name, value));
			config.setUsername(present.getUsername());
			config.setPassword(present.getPassword());
			config.setPoolName("past");
			config.setMaximumPoolSize(MOST);
			config.setMinimumIdle(0);
			config.setIdleTimeout(IDLE.toMillis());
			config.setConnectionInitSql(BEGIN);
			pool = new HikariDataSource(config);
			this.past = pool;
		}
		return pool;
	}

	@Override
	public synchronized void destroy() {
		if (this.past != null) {
			this.past.close();
		}
	}

}
