package org.catena.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import org.catena.past.AsOf;
import org.catena.past.NotOfThatDay;
import org.catena.past.PastDataSource;
import org.catena.search.IndexProperties.Backend;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The indexes of moments that were asked for last. One is made when it is asked for, from
 * that of the present; where nothing was changed since, that is the one.
 */
@Component
class PastIndexes implements DisposableBean {

	/**
	 * Articles that may have been changed since a moment: they are read anew for its
	 * index.
	 */
	static final int MOST_ARTICLES = 2_000;

	/** Indexes that are kept. */
	private static final int MOST_INDEXES = 2;

	/** Seconds that somebody waits while an index of another moment is made. */
	private static final int PATIENCE = 20;

	/** Seconds after which nobody uses an index any more that was given up. */
	private static final int GRACE = 120;

	private final ObjectProvider<EntityManagerFactory> entities;

	private final DataSource record;

	private final JdbcClient jdbc;

	private final IndexProperties properties;

	private final IndexMark mark;

	private final IndexFolder present;

	private final Path folder;

	private boolean swept;

	private final ReentrantLock making = new ReentrantLock();

	private final LinkedHashMap<Instant, PastIndex> indexes = new LinkedHashMap<>(8, 0.75F, true);

	PastIndexes(ObjectProvider<EntityManagerFactory> entities, DataSource record, JdbcClient jdbc,
			IndexProperties properties, IndexMark mark, IndexFolder present) {
		this.entities = entities;
		this.record = record;
		this.jdbc = jdbc;
		this.properties = properties;
		this.mark = mark;
		this.present = present;
		this.folder = present.path().resolveSibling("past");
	}

	/**
	 * The index of a moment.
	 * @return the index; null where that of the present is
	 * @throws NotOfThatDay if there are too many articles, or too many ask at once
	 */
	@Nullable PastIndex of(AsOf past) {
		PastIndex kept = kept(past);
		if (kept != null || isPresent(past)) {
			return kept;
		}
		if (this.properties.backend() != Backend.LUCENE) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					"The index is in a cluster, which knows the present only, so the past cannot be searched here. "
							+ "Lists, tables and releases can be had as of a day.");
		}
		try {
			if (!this.making.tryLock(PATIENCE, TimeUnit.SECONDS)) {
				throw new NotOfThatDay(HttpStatus.SERVICE_UNAVAILABLE,
						"Searches of other days are being prepared. Ask again in a minute.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		try {
			PastIndex made = kept(past);
			return (made != null) ? made : make(past);
		}
		finally {
			this.making.unlock();
		}
	}

	private PastIndex make(AsOf past) {
		boolean isWhole = this.mark.isWhole();
		List<Long> changed = isWhole ? changedSince(past) : ids("select id from public.article limit :most", past);
		if (changed.size() > MOST_ARTICLES) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					("More than %,d articles were changed or added since, too many "
							+ "to search the archive as it stood. Lists, points, tables and releases can be had as of a day.")
						.formatted(MOST_ARTICLES));
		}
		if (!this.swept) {
			// What a process left behind that did not end in order.
			FileSystemUtils.deleteRecursively(this.folder.toFile());
			this.swept = true;
		}
		Path folder = this.folder.resolve(UUID.randomUUID().toString());
		PastIndex index = null;
		try {
			Files.createDirectories(folder);
			if (isWhole) {
				PastIndex.copy(this.present.path(), folder);
			}
			index = PastIndex.open(folder, this.record.unwrap(PastDataSource.class).asOf(past.end()), settings(folder));
			index.bring(changed, absent("article", "id", changed), absent("claim", "article_id", changed));
			if (ids("select id from public.article limit :most", past).size() <= MOST_ARTICLES) {
				index.forget();
			}
			keep(past.end(), index);
			return index;
		}
		catch (IOException | SQLException | RuntimeException ex) {
			if (index != null) {
				index.close();
			}
			FileSystemUtils.deleteRecursively(folder.toFile());
			throw (ex instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

	/**
	 * Articles that the index of the present may have otherwise, or does not have yet.
	 */
	private List<Long> changedSince(AsOf past) {
		return ids(
				"""
						select article_id from public.article_stamp where stamp >= date_trunc('second', cast(:end as timestamptz))
						union select unnest(articles) from index_backlog
						union select entity_id::bigint from hsearch_outbox_event where entity_name = 'Article'
						union select c.article_id from hsearch_outbox_event e join public.claim c on c.id = e.entity_id::bigint
						  where e.entity_name = 'Claim'
						limit :most""",
				past);
	}

	private List<Long> ids(String sql, AsOf past) {
		return this.jdbc.sql(sql)
			.param("end", past.end().atOffset(ZoneOffset.UTC))
			.param("most", MOST_ARTICLES + 1)
			.query(Long.class)
			.list();
	}

	/** What there is now, of some articles, and was not there then. */
	private List<Long> absent(String table, String article, List<Long> articles) {
		return this.jdbc.sql("""
				select id from public.%1$s now where %2$s = any(:articles)
				and not exists (select from %1$s earlier where earlier.id = now.id)""".formatted(table, article))
			.param("articles", articles.toArray(Long[]::new))
			.query(Long.class)
			.list();
	}

	private Map<String, Object> settings(Path folder) {
		Map<String, Object> settings = new HashMap<>();
		this.entities.getObject().getProperties().forEach((name, value) -> {
			if (name.contains("naming_strategy")) {
				settings.put(name, value);
			}
		});
		settings.put("hibernate.hbm2ddl.auto", "none");
		IndexConfiguration.past(settings, folder);
		return settings;
	}

	private boolean isPresent(AsOf past) {
		return this.jdbc
			.sql("""
					select not exists (select from public.change where at >= :end)
					  and not exists (select from public.article_stamp where stamp >= date_trunc('second', cast(:end as timestamptz)))""")
			.param("end", past.end().atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	private @Nullable PastIndex kept(AsOf past) {
		synchronized (this.indexes) {
			return this.indexes.get(past.end());
		}
	}

	private void keep(Instant end, PastIndex index) {
		synchronized (this.indexes) {
			this.indexes.put(end, index);
			Iterator<PastIndex> oldest = this.indexes.values().iterator();
			while (this.indexes.size() > MOST_INDEXES) {
				PastIndex givenUp = oldest.next();
				oldest.remove();
				CompletableFuture.delayedExecutor(GRACE, TimeUnit.SECONDS).execute(givenUp::close);
			}
		}
	}

	@Override
	public void destroy() {
		synchronized (this.indexes) {
			this.indexes.values().forEach(PastIndex::close);
			this.indexes.clear();
		}
	}

}
