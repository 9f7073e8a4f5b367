package org.catena.article;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

import org.catena.plan.RecordLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an article out of view, or shows it again. Its address says why meanwhile;
 * nothing is deleted.
 */
@Component
public class WithdrawArticle {

	private final RecordLock lock;

	private final Articles articles;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WithdrawArticle(RecordLock lock, Articles articles, ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.articles = articles;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Withdraws an article.
	 * @param slug its slug
	 * @param reason a sentence for readers
	 * @return whether it was shown before
	 */
	@Transactional
	public boolean withdraw(String slug, String reason) {
		return change(slug, ArticleState.PUBLISHED, (article, now) -> article.withdraw(reason, now));
	}

	/**
	 * Shows a withdrawn article again.
	 * @param slug its slug
	 * @return whether it was withdrawn before
	 */
	@Transactional
	public boolean restore(String slug) {
		return change(slug, ArticleState.WITHDRAWN, Article::restore);
	}

	private boolean change(String slug, ArticleState from, BiConsumer<Article, Instant> change) {
		this.lock.take();
		return this.articles.findBySlug(slug).filter((article) -> article.state() == from).map((article) -> {
			change.accept(article, this.clock.instant());
			this.events.publishEvent(new ArticleChanged(article.id()));
			return article;
		}).isPresent();
	}

}
