package org.catena.search;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees at start whether the index is whole, of this database and of this mapping, and
 * makes it anew from PostgreSQL where it is not.
 */
@Component
@Profile("!command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class IndexAtStart implements ApplicationRunner {

	/** Entities that are read together. */
	private static final int BATCH = 100;

	private static final Log log = LogFactory.getLog(IndexAtStart.class);

	private final IndexFolder folder;

	private final EntityManagerFactory entities;

	private final JdbcClient jdbc;

	private final CatchUp catchUp;

	IndexAtStart(IndexFolder folder, EntityManagerFactory entities, JdbcClient jdbc, CatchUp catchUp) {
		this.catchUp = catchUp;
		this.folder = folder;
		this.entities = entities;
		this.jdbc = jdbc;
	}

	@Override
	public void run(ApplicationArguments args) {
		check();
		this.catchUp.begin();
	}

	private void check() {
		SearchMapping mapping = Search.mapping(this.entities);
		UUID database = this.jdbc.sql("select id from index_record").query(UUID.class).single();
		String reason = reason(mapping, database);
		if (reason == null) {
			int again = mapping.extension(OutboxPollingExtension.get()).reprocessAbortedEvents();
			if (again > 0) {
				log.warn("Trying again to index " + again + " changes that could not be indexed before");
			}
			return;
		}
		rebuild(mapping, database, reason);
	}

	/** Why the index cannot stay as it is. */
	private @Nullable String reason(SearchMapping mapping, UUID database) {
		if (!this.folder.isMadeFrom(database)) {
			return "it is missing, incomplete, of another database or of an older mapping";
		}
		try (EntityManager session = this.entities.createEntityManager()) {
			// With nothing under way, as many must be found as are shown.
			boolean settled = count(
					"select (select count(*) from hsearch_outbox_event) + (select count(*) from index_backlog)") == 0;
			long articles = count("select count(*) from article where state = 'published'");
			long claims = count("select count(*) from shown_claim");
			long found = indexed(session, Article.class);
			long foundClaims = indexed(session, Claim.class);
			return (settled && (articles != found || claims != foundClaims)) ? "it holds " + found + " articles and "
					+ foundClaims + " claims instead of " + articles + " and " + claims : null;
		}
		catch (SearchException ex) {
			return "it cannot be read: " + ex.getMessage();
		}
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static long indexed(EntityManager session, Class<?> type) {
		return Search.session(session).search(type).where((f) -> f.matchAll()).fetchTotalHitCount();
	}

	private void rebuild(SearchMapping mapping, UUID database, String reason) {
		log.info("Making the index in " + this.folder.path() + " anew from PostgreSQL: " + reason);
		long start = System.nanoTime();
		try {
			this.folder.beginning();
			mapping.scope(List.of(Article.class, Claim.class))
				.massIndexer()
				.dropAndCreateSchemaOnStart(true)
				.threadsToLoadObjects(2)
				.batchSizeToLoadObjects(BATCH)
				.mergeSegmentsOnFinish(false)
				.startAndWait();
			this.folder.made(database);
			log.info("Index made in " + (System.nanoTime() - start) / 1_000_000 + " ms");
		}
		catch (SearchException ex) {
			log.error("The index is incomplete, and will be made anew at the next start", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
