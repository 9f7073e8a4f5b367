package org.catena.article;

/**
 * Published inside the transaction that adds or changes an article or anything that
 * belongs to it, so that what is derived from the record can follow.
 *
 * @param articleId the article's id
 */
public record ArticleChanged(long articleId) {
}
