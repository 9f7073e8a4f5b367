package org.catena.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.catena.exchange.ClaimPlaces.Place;
import org.catena.site.SiteAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what references say, with a fixed number of statements whatever their number.
 */
@Component
@Transactional(readOnly = true)
class References {

	private final SiteAddress site;

	private final ArticleRecords articles;

	private final ClaimRecords claims;

	private final ClaimPlaces places;

	References(SiteAddress site, ArticleRecords articles, ClaimRecords claims, ClaimPlaces places) {
		this.site = site;
		this.articles = articles;
		this.claims = claims;
		this.places = places;
	}

	/** An article, by its slug. */
	Optional<Reference> ofArticle(String slug) {
		return this.articles.bySlug(slug).map((article) -> Reference.of(article, this.site.root()));
	}

	/** A claim, by its permanent id. */
	Optional<Reference> ofClaim(String key) {
		return this.claims.byKey(key).flatMap((claim) -> claims(List.of(claim)).stream().findFirst());
	}

	/** Articles by their ids, in the order of the ids. */
	List<Reference> ofArticles(List<Long> ids) {
		return this.articles.byId(ids).stream().map((article) -> Reference.of(article, this.site.root())).toList();
	}

	/** Articles by their slugs, in no order. */
	List<Reference> ofSlugs(Collection<String> slugs) {
		return slugs.isEmpty() ? List.of()
				: this.articles.read("a.slug in (:slugs)", Map.of("slugs", slugs), "a.id", slugs.size())
					.stream()
					.map((article) -> Reference.of(article, this.site.root()))
					.toList();
	}

	/** Claims by their ids, in the order of the ids. */
	List<Reference> ofClaims(List<Long> ids) {
		return claims(this.claims.byId(ids));
	}

	private List<Reference> claims(List<ClaimRecord> records) {
		Map<Long, ArticleRecord> byId = new LinkedHashMap<>();
		this.articles.byId(records.stream().map(ClaimRecord::articleId).distinct().toList())
			.forEach((article) -> byId.put(article.id(), article));
		Map<Long, Place> found = this.places.of(records);
		return records.stream()
			.filter((claim) -> byId.containsKey(claim.articleId()))
			.map((claim) -> Reference.of(Objects.requireNonNull(byId.get(claim.articleId())), claim,
					Objects.requireNonNull(found.get(claim.id())), this.site.root()))
			.toList();
	}

}
