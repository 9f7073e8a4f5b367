package org.catena.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.schema.management.SearchSchemaManager;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees at start whether the index is whole, of this database and of this mapping, and
 * rebuilds it from PostgreSQL where it is not: in place where it can still answer, from
 * nothing otherwise.
 */
@Component
@Profile("!command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class IndexAtStart implements ApplicationRunner {

	/** How long the start waits for an index that was missing. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Articles that are indexed to see whether the index takes them. */
	private static final int SOME = 20;

	private static final Log log = LogFactory.getLog(IndexAtStart.class);

	private final IndexMark mark;

	private final IndexProperties properties;

	private final EntityManagerFactory entities;

	private final JdbcClient jdbc;

	private final Rebuilds rebuilds;

	private final CatchUp catchUp;

	private final ArticleIndexer indexer;

	private final TransactionTemplate transaction;

	IndexAtStart(IndexMark mark, IndexProperties properties, EntityManagerFactory entities, JdbcClient jdbc,
			Rebuilds rebuilds, CatchUp catchUp, ArticleIndexer indexer, TransactionTemplate transaction) {
		this.mark = mark;
		this.properties = properties;
		this.entities = entities;
		this.jdbc = jdbc;
		this.rebuilds = rebuilds;
		this.catchUp = catchUp;
		this.indexer = indexer;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.properties.eventProcessing()) {
			check();
			this.catchUp.begin();
			waitForAnIndex();
		}
	}

	private void check() {
		UUID database = this.rebuilds.database();
		String written = this.mark.read();
		String made = IndexMark.made(database);
		Rebuilds.Progress underWay = this.rebuilds.underWay().orElse(null);
		if (underWay != null && underWay.mapping().equals(made) && goesOn(underWay, written, database)) {
			log.info("The rebuild of the index in %s goes on: %,d of %,d articles are done".formatted(this.mark.place(),
					underWay.done(), underWay.articles()));
		}
		else if (written == null || !written.startsWith("database " + database)) {
			fromNothing(database,
					(written == null) ? "There was no index" : "The index was not whole, or of another archive");
		}
		else if (!written.equals(made)) {
			inPlace(database, "The index was made by another mapping");
		}
		else {
			checkContent(database);
		}
	}

	private static boolean goesOn(Rebuilds.Progress rebuild, @Nullable String written, UUID database) {
		return rebuild.emptied() ? IndexMark.making(rebuild.id(), database).equals(written)
				: written != null && written.startsWith("database " + database);
	}

	/** With nothing under way, as many must be found as are shown. */
	private void checkContent(UUID database) {
		try (EntityManager session = this.entities.createEntityManager()) {
			boolean settled = count(
					"select (select count(*) from hsearch_outbox_event) + (select count(*) from index_backlog)") == 0;
			long articles = count("select count(*) from article where state = 'published'");
			long claims = count("select count(*) from shown_claim");
			long found = indexed(session, Article.class);
			long foundClaims = indexed(session, Claim.class);
			if (settled && (articles != found || claims != foundClaims)) {
				inPlace(database, "The index held %,d articles and %,d claims instead of %,d and %,d".formatted(found,
						foundClaims, articles, claims));
			}
		}
		catch (SearchException ex) {
			log.warn("The index cannot be read", ex);
			fromNothing(database, "The index could not be read");
		}
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static long indexed(EntityManager session, Class<?> type) {
		return Search.session(session).search(type).where((f) -> f.matchAll()).fetchTotalHitCount();
	}

	private void inPlace(UUID database, String reason) {
		try {
			schema().createOrUpdate();
			if (takesDocuments()) {
				this.transaction.executeWithoutResult((status) -> {
					this.rebuilds.abandon();
					this.rebuilds.begin(reason, false);
				});
				return;
			}
		}
		catch (SearchException ex) {
			log.info("The index cannot be rebuilt in place: " + ex.getMessage());
		}
		fromNothing(database, reason);
	}

	/** Whether documents of this mapping go into an index that another one has made. */
	private boolean takesDocuments() {
		List<Long> some = this.jdbc.sql("select id from article order by id desc limit ?")
			.param(SOME)
			.query(Long.class)
			.list();
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.indexer.index(some).isEmpty()));
	}

	/** The list of what is to do is not seen by others before the index is empty. */
	private void fromNothing(UUID database, String reason) {
		this.transaction.executeWithoutResult((status) -> {
			this.rebuilds.abandon();
			Long rebuild = this.rebuilds.begin(reason, true);
			if (rebuild != null) {
				this.mark.write(IndexMark.making(rebuild, database));
				schema().dropAndCreate();
			}
		});
	}

	private SearchSchemaManager schema() {
		return Search.mapping(this.entities).scope(List.of(Article.class, Claim.class)).schemaManager();
	}

	/**
	 * A small index is there when the site says that it is ready; a large one follows.
	 */
	private void waitForAnIndex() {
		Instant end = Instant.now().plus(PATIENCE);
		try {
			while (!this.mark.isWhole() && Instant.now().isBefore(end)) {
				Thread.sleep(20);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
