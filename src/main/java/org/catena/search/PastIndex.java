package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.util.FileSystemUtils;

/**
 * An index of the archive as it stood: that of the present, in which what was changed
 * since gives way to what was there. The files of an index of Lucene are never changed,
 * so both share them.
 */
final class PastIndex {

	/** Articles that are read at once. */
	private static final int CHUNK = 100;

	/** How often a copy is tried while the index of the present goes on. */
	private static final int ATTEMPTS = 10;

	private final EntityManagerFactory factory;

	private final Path folder;

	private PastIndex(EntityManagerFactory factory, Path folder) {
		this.factory = factory;
		this.folder = folder;
	}

	/**
	 * Opens a copy, or makes a new index.
	 * @param folder where it is, for as long as it is open
	 * @param record connections to the record of the moment
	 * @param settings of the library
	 */
	static PastIndex open(Path folder, DataSource record, Map<String, Object> settings) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setPersistenceUnitName("past");
		factory.setDataSource(record);
		factory.setPackagesToScan("org.catena");
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setJpaPropertyMap(settings);
		factory.afterPropertiesSet();
		return new PastIndex(Objects.requireNonNull(factory.getObject()), folder);
	}

	/**
	 * Copies an index as it is at this moment.
	 * @param from the folder of the index of the present
	 * @param to an empty folder
	 */
	static void copy(Path from, Path to) {
		try {
			for (String name : List.of("article", "claim")) {
				copy(from.resolve(name), Files.createDirectories(to.resolve(name)), ATTEMPTS);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Files that the index gives up in the meantime are those of an older state. */
	private static void copy(Path from, Path to, int attempts) throws IOException {
		try (Directory directory = FSDirectory.open(from); DirectoryReader reader = DirectoryReader.open(directory)) {
			for (String file : reader.getIndexCommit().getFileNames()) {
				Path copy = to.resolve(file);
				if (Files.notExists(copy)) {
					link(from.resolve(file), copy);
				}
			}
		}
		catch (NoSuchFileException ex) {
			if (attempts == 1) {
				throw ex;
			}
			copy(from, to, attempts - 1);
		}
	}

	private static void link(Path from, Path copy) throws IOException {
		try {
			Files.createLink(copy, from);
		}
		catch (UnsupportedOperationException ex) {
			Files.copy(from, copy);
		}
	}

	/**
	 * Brings articles into it as the record of the moment has them.
	 * @param articles their ids
	 * @param absentArticles those that the record does not have
	 * @param absentClaims claims that it does not have
	 */
	void bring(List<Long> articles, Collection<Long> absentArticles, Collection<Long> absentClaims) {
		for (int from = 0; from < articles.size(); from += CHUNK) {
			index(articles.subList(from, Math.min(articles.size(), from + CHUNK)));
		}
		try (EntityManager entities = this.factory.createEntityManager()) {
			ArticleIndexer indexer = new ArticleIndexer(this.factory, entities);
			indexer.delete(Article.class, absentArticles);
			indexer.delete(Claim.class, absentClaims);
		}
		mapping().scope(List.of(Article.class, Claim.class)).workspace().refresh();
	}

	/**
	 * Forgets what gave way: words that no document has any more would count in ranks.
	 */
	void forget() {
		mapping().scope(List.of(Article.class, Claim.class)).workspace().mergeSegments();
		mapping().scope(List.of(Article.class, Claim.class)).workspace().refresh();
	}

	private void index(List<Long> articles) {
		try (EntityManager entities = this.factory.createEntityManager()) {
			entities.getTransaction().begin();
			if (!new ArticleIndexer(this.factory, entities).index(articles).isEmpty()) {
				throw new IllegalStateException("Articles of the past were not indexed");
			}
			entities.getTransaction().rollback();
		}
	}

	SearchMapping mapping() {
		return Search.mapping(this.factory);
	}

	/**
	 * For one thread. It loads nothing, so it takes no connection and need not be closed.
	 */
	SearchSession session() {
		return Search.session(this.factory.createEntityManager());
	}

	void close() {
		this.factory.close();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
