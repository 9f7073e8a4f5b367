package org.catena.annotation;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The relations of the archive.
 */
interface Relations extends Repository<Relation, Long> {

	@EntityGraph(attributePaths = { "from.article", "to.article" })
	List<Relation> findAll();

	List<Relation> findByFromOrTo(Claim from, Claim to);

	/** The relations of two claims, in either direction, withdrawn ones included. */
	@Query("select r from Relation r where (r.from = :one and r.to = :other) or (r.from = :other and r.to = :one)")
	List<Relation> findBetween(Claim one, Claim other);

	Relation save(Relation relation);

}
