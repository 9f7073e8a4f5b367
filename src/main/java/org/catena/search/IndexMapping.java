package org.catena.search;

import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.ProgrammaticMappingConfigurationContext;

/**
 * Maps articles and claims to their indexes from outside: their classes know nothing of
 * it.
 */
final class IndexMapping implements HibernateOrmSearchMappingConfigurer {

	@Override
	public void configure(HibernateOrmMappingConfigurationContext context) {
		ProgrammaticMappingConfigurationContext mapping = context.programmaticMapping();
		ArticleDocuments articles = new ArticleDocuments(new IndexedRows<>(Article.class, IndexedArticle::read));
		mapping.type(Article.class).binder(articles).indexed().index("article").routingBinder(articles);
		ClaimDocuments claims = new ClaimDocuments(new IndexedRows<>(Claim.class, IndexedClaim::read));
		mapping.type(Claim.class).binder(claims).indexed().index("claim").routingBinder(claims);
	}

}
