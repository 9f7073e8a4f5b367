package org.catena.article;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The articles of the archive.
 */
public interface Articles extends Repository<Article, Long> {

	Optional<Article> findBySlug(String slug);

	Optional<Article> findById(long id);

	@Query("select a.id from Article a where a.source = :source")
	List<Long> findIdsBySource(Source source);

	@Query("select a.id from Article a join a.bylines b where b.agent = :author")
	List<Long> findIdsByAuthor(Agent author);

	boolean existsBySlug(String slug);

	long count();

	Article save(Article article);

}
