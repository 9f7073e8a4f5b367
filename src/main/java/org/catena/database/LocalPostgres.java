package org.catena.database;

/**
 * A PostgreSQL server of this machine on the data folder.
 */
sealed interface LocalPostgres extends AutoCloseable permits EmbeddedPostgres, JoinedPostgres {

	EmbeddedConnection connection();

	@Override
	void close();

}
