package org.catena.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The sources of the archive.
 */
public interface Sources extends Repository<Source, Long> {

	Optional<Source> findBySlug(String slug);

	List<Source> findAll();

	List<Source> findBySlugIn(Collection<String> slugs);

	boolean existsBySlug(String slug);

	Source save(Source source);

}
