package org.catena.article;

import java.util.List;

/**
 * Published inside the transaction that adds many articles at once, instead of an
 * {@link ArticleChanged} for each. What belongs to them must be in the same transaction.
 *
 * @param articleIds their ids
 */
public record ArticlesAdded(List<Long> articleIds) {

	public ArticlesAdded {
		articleIds = List.copyOf(articleIds);
	}

}
