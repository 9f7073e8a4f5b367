package org.catena.search;

import java.util.List;

/**
 * What a query found.
 *
 * @param query the query as it was answered: values that the archive does not know are
 * gone, the page is one that exists
 * @param inWords what was searched for, as a noun phrase
 * @param understood whether there was something to search for, or everything was meant
 * @param spellings other spellings that were searched for as well
 * @param notes what was ignored and why, in sentences
 * @param articles how many articles were found
 * @param claims how many claims were found
 * @param pages how many pages the hits of the scope fill
 * @param articleHits the articles of the page
 * @param claimHits the claims of the page
 * @param facets the facets
 * @param rebuilding whether the index is being made anew, so that something can be
 * missing
 */
public record Found(SearchQuery query, String inWords, boolean understood, List<Spelt> spellings, List<String> notes,
		long articles, long claims, int pages, List<ArticleHit> articleHits, List<ClaimHit> claimHits,
		List<FacetCounts> facets, boolean rebuilding) {

	/** How many hits there are in the scope of the query. */
	public long total() {
		return (this.query.scope() == Scope.ARTICLES) ? this.articles : this.claims;
	}

	/**
	 * A name and its other spellings.
	 *
	 * @param typed as typed
	 * @param others the others
	 */
	public record Spelt(String typed, List<String> others) {
	}

}
