package org.catena.annotation;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/**
 * The relations of the archive.
 */
interface Relations extends Repository<Relation, Long> {

	@EntityGraph(attributePaths = { "from.article", "to.article" })
	List<Relation> findAll();

	List<Relation> findByFromOrTo(Claim from, Claim to);

	Relation save(Relation relation);

}
