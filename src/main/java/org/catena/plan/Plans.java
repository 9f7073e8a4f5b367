package org.catena.plan;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The plans of the archive.
 */
public interface Plans extends Repository<Plan, Long> {

	Optional<Plan> findBySlug(String slug);

	List<Plan> findAll();

	Plan save(Plan plan);

}
