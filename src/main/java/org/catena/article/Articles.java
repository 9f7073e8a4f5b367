package org.catena.article;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The articles of the archive.
 */
public interface Articles extends Repository<Article, Long> {

	Optional<Article> findBySlug(String slug);

	Optional<Article> findById(long id);

	boolean existsBySlug(String slug);

	long count();

	Article save(Article article);

}
