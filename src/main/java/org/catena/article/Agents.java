package org.catena.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The agents of the archive.
 */
public interface Agents extends Repository<Agent, Long> {

	Optional<Agent> findBySlug(String slug);

	List<Agent> findAll();

	List<Agent> findBySlugIn(Collection<String> slugs);

	boolean existsBySlug(String slug);

	Agent save(Agent agent);

}
