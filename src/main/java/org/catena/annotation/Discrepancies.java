package org.catena.annotation;

import java.util.List;

import org.catena.article.Article;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/**
 * The discrepancies of the archive.
 */
interface Discrepancies extends Repository<Discrepancy, Long> {

	@EntityGraph(attributePaths = { "claim.article", "point" })
	List<Discrepancy> findAll();

	List<Discrepancy> findByClaim(Claim claim);

	List<Discrepancy> findByClaimArticle(Article article);

	Discrepancy save(Discrepancy discrepancy);

}
