package org.catena.search;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.catena.article.ArticleChanged;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts changed articles and their claims on the index's list, in the transaction that
 * changes them and just before it commits, so that each is put there once and as it is
 * then: what is committed is in the index sooner or later, whatever happens in between.
 */
@Component
class FollowArticles {

	private final EntityManager entities;

	private final Backlog backlog;

	FollowArticles(EntityManager entities, Backlog backlog) {
		this.entities = entities;
		this.backlog = backlog;
	}

	@EventListener
	void follow(ArticleChanged changed) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("An article changes inside a transaction");
		}
		Changes changes = TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Changes.class::isInstance)
			.map(Changes.class::cast)
			.findFirst()
			.orElseGet(() -> {
				Changes first = new Changes();
				TransactionSynchronizationManager.registerSynchronization(first);
				return first;
			});
		changes.articles.add(changed.articleId());
	}

	/** The articles that a transaction has changed. */
	private final class Changes implements TransactionSynchronization {

		private final Set<Long> articles = new LinkedHashSet<>();

		@Override
		public void beforeCommit(boolean readOnly) {
			EntityManager session = FollowArticles.this.entities;
			session.flush();
			FollowArticles.this.backlog.changed(this.articles);
			SearchIndexingPlan plan = Search.session(session).indexingPlan();
			for (long id : this.articles) {
				plan.addOrUpdate(session.find(Article.class, id));
				session.createQuery("select c from Claim c where c.article.id = :article", Claim.class)
					.setParameter("article", id)
					.getResultList()
					.forEach(plan::addOrUpdate);
			}
		}

	}

}
