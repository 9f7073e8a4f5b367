package org.catena.search;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the backlog of the index, for as long as the site runs.
 */
@Component
@Profile("!command")
class CatchUp implements DisposableBean {

	/** Milliseconds between two looks at an empty list. */
	private static final int POLLING = 200;

	/** Rows that are worked off side by side. */
	private static final int THREADS = 2;

	private static final Log log = LogFactory.getLog(CatchUp.class);

	private final Backlog backlog;

	private final ArticleIndexer indexer;

	private final TransactionTemplate transaction;

	private final boolean enabled;

	private @Nullable ScheduledExecutorService workers;

	CatchUp(Backlog backlog, ArticleIndexer indexer, TransactionTemplate transaction,
			@Value("${catena.search.event-processing:true}") boolean enabled) {
		this.enabled = enabled;
		this.backlog = backlog;
		this.indexer = indexer;
		this.transaction = transaction;
	}

	/** Begins, if it has not yet and is this process's work. */
	synchronized void begin() {
		if (this.enabled && this.workers == null) {
			AtomicInteger number = new AtomicInteger();
			this.workers = Executors.newScheduledThreadPool(THREADS, (work) -> {
				Thread thread = new Thread(work, "index-backlog-" + number.incrementAndGet());
				thread.setDaemon(true);
				return thread;
			});
			for (int i = 0; i < THREADS; i++) {
				this.workers.scheduleWithFixedDelay(this::workOff, 0, POLLING, TimeUnit.MILLISECONDS);
			}
		}
	}

	private void workOff() {
		try {
			while (!Thread.currentThread().isInterrupted() && workOffNext()) {
				// The next row.
			}
		}
		catch (RuntimeException ex) {
			log.error("The backlog of the index cannot be worked off now", ex);
		}
	}

	/** Whether there was a row. */
	private boolean workOffNext() {
		Backlog.Chunk[] taken = new Backlog.Chunk[1];
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				Backlog.Chunk chunk = this.backlog.next();
				if (chunk == null) {
					return false;
				}
				taken[0] = chunk;
				Set<Long> failed = this.indexer.index(chunk.articles());
				if (failed.isEmpty()) {
					this.backlog.done(chunk);
				}
				else {
					this.backlog.failed(chunk, failed);
				}
				return true;
			}));
		}
		catch (RuntimeException ex) {
			Backlog.Chunk chunk = taken[0];
			if (chunk == null) {
				throw ex;
			}
			log.error(chunk.articles().size() + " articles could not be indexed, and will be tried again", ex);
			this.transaction.executeWithoutResult((status) -> this.backlog.failed(chunk, chunk.articles()));
			return true;
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
