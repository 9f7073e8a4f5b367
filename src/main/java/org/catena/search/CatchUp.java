package org.catena.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the backlog of the index and ends its rebuilds, for as long as the site runs.
 */
@Component
@Profile("!command")
class CatchUp implements DisposableBean {

	/** Milliseconds between two looks at an empty list. */
	private static final int POLLING = 200;

	/** Seconds between two attempts with changes that the library gave up. */
	private static final int AGAIN = 60;

	/**
	 * Seconds after which a process that was killed before this one began counts no more.
	 */
	private static final int ALONE = 10;

	/** Seconds between two words about a rebuild. */
	private static final int WORD = 10;

	/** Rows that are worked off side by side. */
	private static final int THREADS = 2;

	/** Documents of which it is asked at once whether the record has them. */
	private static final int SCROLL = 5000;

	private static final Log log = LogFactory.getLog(CatchUp.class);

	private final Backlog backlog;

	private final Rebuilds rebuilds;

	private final IndexMark mark;

	private final ArticleIndexer indexer;

	private final TransactionTemplate transaction;

	private final EntityManagerFactory entities;

	private final AtomicReference<Instant> lastWord = new AtomicReference<>(Instant.MIN);

	private @Nullable ScheduledExecutorService workers;

	CatchUp(Backlog backlog, Rebuilds rebuilds, IndexMark mark, ArticleIndexer indexer, TransactionTemplate transaction,
			EntityManagerFactory entities) {
		this.backlog = backlog;
		this.rebuilds = rebuilds;
		this.mark = mark;
		this.indexer = indexer;
		this.transaction = transaction;
		this.entities = entities;
	}

	/** Begins, if it has not yet. */
	synchronized void begin() {
		if (this.workers == null) {
			AtomicInteger number = new AtomicInteger();
			this.workers = Executors.newScheduledThreadPool(THREADS, (work) -> {
				Thread thread = new Thread(work, "index-backlog-" + number.incrementAndGet());
				thread.setDaemon(true);
				return thread;
			});
			for (int i = 0; i < THREADS; i++) {
				this.workers.scheduleWithFixedDelay(this::workOff, 0, POLLING, TimeUnit.MILLISECONDS);
			}
			this.workers.scheduleWithFixedDelay(this::tryAgain, 0, AGAIN, TimeUnit.SECONDS);
			this.workers.scheduleWithFixedDelay(this::warnOfOthers, ALONE, AGAIN, TimeUnit.SECONDS);
		}
	}

	private void workOff() {
		try {
			while (!Thread.currentThread().isInterrupted() && workOffNext()) {
				say();
			}
			this.rebuilds.endWhenDone(this::finish);
		}
		catch (RuntimeException ex) {
			log.error("The backlog of the index cannot be worked off now", ex);
		}
	}

	/** Whether there was a row that could be worked off. */
	private boolean workOffNext() {
		AtomicReference<Backlog.Chunk> taken = new AtomicReference<>();
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				Backlog.Chunk chunk = this.backlog.next();
				taken.set(chunk);
				return chunk != null && workOff(chunk);
			}));
		}
		catch (RuntimeException ex) {
			Backlog.Chunk chunk = taken.get();
			if (chunk == null) {
				throw ex;
			}
			log.error(chunk.articles().size() + " articles could not be indexed, and will be tried again", ex);
			this.transaction.executeWithoutResult((status) -> this.backlog.failed(chunk, chunk.articles()));
			return false;
		}
	}

	private boolean workOff(Backlog.Chunk chunk) {
		Set<Long> failed = this.indexer.index(chunk.articles());
		if (failed.isEmpty()) {
			this.backlog.done(chunk);
		}
		else {
			this.backlog.failed(chunk, failed);
		}
		return failed.size() < chunk.articles().size();
	}

	/** Changes of which indexing failed several times are set aside by the library. */
	private void tryAgain() {
		try {
			int again = Search.mapping(this.entities).extension(OutboxPollingExtension.get()).reprocessAbortedEvents();
			if (again > 0) {
				log.warn("Trying again to index " + again + " changes that could not be indexed before");
			}
		}
		catch (RuntimeException ex) {
			log.error("Changes that could not be indexed cannot be tried again now", ex);
		}
	}

	/** Lucene's index is that of one process. */
	private void warnOfOthers() {
		try {
			int processes = this.backlog.processes();
			if (this.mark instanceof IndexFolder && processes > 1) {
				log.error(processes
						+ " processes share this database, each with a Lucene index of its own, which misses "
						+ "what the others take. End all but one, or keep the index in a cluster: catena.search.backend");
			}
		}
		catch (RuntimeException ex) {
			log.error("Other processes cannot be looked for now", ex);
		}
	}

	private void say() {
		Instant now = Instant.now();
		Instant last = this.lastWord.get();
		if (last.isBefore(now.minusSeconds(WORD)) && this.lastWord.compareAndSet(last, now)) {
			this.rebuilds.underWay()
				.ifPresent((rebuild) -> log.info("Rebuilding the index: %,d of %,d articles (%d %%), some %s s left"
					.formatted(rebuild.done(), rebuild.articles(), rebuild.percent(),
							(rebuild.left(now) != null) ? rebuild.left(now).toSeconds() : "?")));
		}
	}

	/** All articles are done: what the record does not have goes. */
	private void finish() {
		deleteOthers(Article.class, "article");
		deleteOthers(Claim.class, "claim");
		this.mark.write(IndexMark.made(this.rebuilds.database()));
	}

	private void deleteOthers(Class<?> type, String table) {
		try (EntityManager session = this.entities.createEntityManager();
				SearchScroll<Long> documents = Search.session(session)
					.search(type)
					.select((f) -> f.id(Long.class))
					.where((f) -> f.matchAll())
					.scroll(SCROLL)) {
			for (SearchScrollResult<Long> next = documents.next(); next.hasHits(); next = documents.next()) {
				List<Long> others = this.rebuilds.without(table, next.hits());
				if (!others.isEmpty()) {
					this.indexer.delete(type, others);
				}
			}
		}
	}

	@Override
	public synchronized void destroy() throws InterruptedException {
		if (this.workers != null) {
			this.workers.shutdownNow();
			this.workers.awaitTermination(30, TimeUnit.SECONDS);
		}
	}

}
