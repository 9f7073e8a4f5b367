package org.catena.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The way to a database of the embedded server.
 */
record EmbeddedConnection(int port, String database, String username,
		String password) implements JdbcConnectionDetails {

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + this.database;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public String toString() {
		return getJdbcUrl() + " as " + this.username;
	}

}
