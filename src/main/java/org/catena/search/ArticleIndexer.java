package org.catena.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.backend.work.execution.OperationSubmitter;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.spi.BatchMappingContext;
import org.hibernate.search.mapper.pojo.model.spi.PojoRawTypeIdentifier;
import org.hibernate.search.mapper.pojo.work.spi.PojoIndexer;
import org.springframework.stereotype.Component;

/**
 * Brings articles with their claims into the index as they are in the record now, each
 * document in place of an older one, without an event for each. The library offers its
 * batches the same.
 */
@Component
class ArticleIndexer {

	private static final Log log = LogFactory.getLog(ArticleIndexer.class);

	private final EntityManagerFactory factory;

	private final EntityManager entities;

	ArticleIndexer(EntityManagerFactory factory, EntityManager entities) {
		this.factory = factory;
		this.entities = entities;
	}

	/**
	 * Indexes articles, in the transaction of the caller. What returns is durable.
	 * @param articles their ids
	 * @return the ids of those that could not be indexed
	 */
	Set<Long> index(Collection<Long> articles) {
		PojoIndexer indexer = indexer();
		Map<CompletableFuture<?>, Long> works = new LinkedHashMap<>();
		PojoRawTypeIdentifier<?> articleType = type("Article");
		for (Article article : this.entities.createQuery("select a from Article a where a.id in :ids", Article.class)
			.setParameter("ids", articles)
			.getResultList()) {
			works.put(addOrUpdate(indexer, articleType, article), article.id());
		}
		PojoRawTypeIdentifier<?> claimType = type("Claim");
		for (Object[] claim : this.entities
			.createQuery("select c, c.article.id from Claim c where c.article.id in :ids", Object[].class)
			.setParameter("ids", articles)
			.getResultList()) {
			works.put(addOrUpdate(indexer, claimType, claim[0]), (Long) claim[1]);
		}
		Set<Long> failed = failed(works);
		flush();
		return failed;
	}

	/**
	 * Deletes documents of entities that the record does not have.
	 * @param type the entity
	 * @param ids their ids
	 */
	void delete(Class<?> type, Collection<Long> ids) {
		PojoIndexer indexer = indexer();
		List<CompletableFuture<?>> works = new ArrayList<>();
		for (long id : ids) {
			works.add(indexer.delete(type(type.getSimpleName()), id, null, DocumentCommitStrategy.NONE,
					DocumentRefreshStrategy.NONE, OperationSubmitter.blocking()));
		}
		CompletableFuture.allOf(works.toArray(CompletableFuture[]::new)).join();
		flush();
	}

	private PojoIndexer indexer() {
		return batches().sessionContext(this.entities).createIndexer();
	}

	private BatchMappingContext batches() {
		return (BatchMappingContext) mapping();
	}

	private SearchMapping mapping() {
		return Search.mapping(this.factory);
	}

	private PojoRawTypeIdentifier<?> type(String entity) {
		return batches().typeContextProvider().byEntityName().getOrFail(entity).typeIdentifier();
	}

	private void flush() {
		mapping().scope(List.of(Article.class, Claim.class)).workspace().flush();
	}

	private static CompletableFuture<?> addOrUpdate(PojoIndexer indexer, PojoRawTypeIdentifier<?> type, Object entity) {
		return indexer.addOrUpdate(type, null, null, entity, DocumentCommitStrategy.NONE, DocumentRefreshStrategy.NONE,
				OperationSubmitter.blocking());
	}

	private static Set<Long> failed(Map<CompletableFuture<?>, Long> works) {
		Set<Long> failed = new LinkedHashSet<>();
		works.forEach((work, article) -> {
			try {
				work.join();
			}
			catch (CompletionException ex) {
				if (failed.add(article)) {
					log.error("Not indexed: article " + article, ex.getCause());
				}
			}
		});
		return failed;
	}

}
