package org.catena.article;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The texts of the archive.
 */
public interface ArticleVersions extends Repository<ArticleVersion, Long> {

	Optional<ArticleVersion> findByArticleAndNumber(Article article, int number);

	ArticleVersion save(ArticleVersion version);

}
