package org.catena.ingest;

import java.util.List;

import org.catena.annotation.ClaimSubmission;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.SourceSubmission;
import org.jspecify.annotations.Nullable;

/**
 * An article of a file of many, with the names that it brings along.
 *
 * @param line the line where it begins, from 1
 * @param article the article
 * @param claims all its claims; null where the file says nothing of claims
 * @param source its source, where the file describes it; the archive's own comes first
 * @param agents its authors, where the file describes them; the archive's own come first
 */
record BulkArticle(int line, ArticleSubmission article, @Nullable List<ClaimSubmission> claims,
		@Nullable SourceSubmission source, List<AgentSubmission> agents) {

	/** Roughly the memory that it takes, in characters. */
	int size() {
		return 1000 + this.article.text().value().length() + 2000 * ((this.claims != null) ? this.claims.size() : 0);
	}

}
