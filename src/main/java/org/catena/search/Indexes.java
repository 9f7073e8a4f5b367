package org.catena.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.catena.past.AsOf;
import org.catena.past.Past;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The index that is asked: that of the record now, or one of the moment that the thread
 * reads as of.
 */
@Component
class Indexes {

	private final EntityManagerFactory factory;

	private final EntityManager entities;

	private final PastIndexes past;

	Indexes(EntityManagerFactory factory, EntityManager entities, PastIndexes past) {
		this.factory = factory;
		this.entities = entities;
		this.past = past;
	}

	/** For this thread, as long as it does what it does. */
	SearchSession session() {
		PastIndex index = past();
		return (index != null) ? index.session() : org.hibernate.search.mapper.orm.Search.session(this.entities);
	}

	SearchMapping mapping() {
		PastIndex index = past();
		return (index != null) ? index.mapping() : org.hibernate.search.mapper.orm.Search.mapping(this.factory);
	}

	private @Nullable PastIndex past() {
		AsOf asked = Past.current().orElse(null);
		return (asked != null) ? this.past.of(asked) : null;
	}

}
