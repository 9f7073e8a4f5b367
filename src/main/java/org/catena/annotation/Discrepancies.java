package org.catena.annotation;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/**
 * The discrepancies of the archive.
 */
interface Discrepancies extends Repository<Discrepancy, Long> {

	@EntityGraph(attributePaths = { "claim.article", "point" })
	List<Discrepancy> findAll();

	List<Discrepancy> findByClaim(Claim claim);

	Discrepancy save(Discrepancy discrepancy);

}
