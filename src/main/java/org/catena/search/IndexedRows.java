package org.catena.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads what documents are made of, for all entities of a session at once: Hibernate
 * Search loads a batch of entities and then asks for one after the other. Only the batch
 * read last is kept, so a long session does not grow.
 *
 * @param <R> the row
 */
final class IndexedRows<R> {

	private final String entityName;

	private final Reader<R> reader;

	private final Map<Session, Batch<R>> batches = Collections.synchronizedMap(new WeakHashMap<>());

	IndexedRows(Class<?> entity, Reader<R> reader) {
		this.entityName = entity.getName();
		this.reader = reader;
	}

	/**
	 * The row of an entity.
	 * @return the row, or null where readers are not shown the entity
	 */
	@Nullable R find(Session session, long id) {
		Batch<R> batch = this.batches.get(session);
		if (batch == null || !batch.ids().contains(id)) {
			batch = read(session, id);
			this.batches.put(session, batch);
		}
		return batch.rows().get(id);
	}

	private Batch<R> read(Session session, long id) {
		List<Long> ids = new ArrayList<>();
		ids.add(id);
		session.getStatistics()
			.getEntityKeys()
			.stream()
			.filter((key) -> ((org.hibernate.engine.spi.EntityKey) key).getEntityName().equals(this.entityName))
			.forEach((key) -> ids.add((Long) ((org.hibernate.engine.spi.EntityKey) key).getIdentifier()));
		return new Batch<>(Set.copyOf(ids), session.doReturningWork((connection) -> this.reader.read(connection, ids)));
	}

	private record Batch<R>(Set<Long> ids, Map<Long, R> rows) {
	}

	/** Reads the rows of those entities that readers are shown. */
	@FunctionalInterface
	interface Reader<R> {

		Map<Long, R> read(Connection connection, List<Long> ids) throws SQLException;

	}

}
