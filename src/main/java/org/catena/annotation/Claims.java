package org.catena.annotation;

import java.util.List;
import java.util.Optional;

import org.catena.article.Article;
import org.springframework.data.repository.Repository;

/**
 * The claims of the archive.
 */
public interface Claims extends Repository<Claim, Long> {

	Optional<Claim> findByKey(String key);

	boolean existsByKeyAndStanding(String key, Standing standing);

	List<Claim> findByArticle(Article article);

	Claim save(Claim claim);

}
