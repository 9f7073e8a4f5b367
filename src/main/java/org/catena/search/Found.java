package org.catena.search;

import java.util.List;

import org.catena.article.Brief;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param query the query as it was answered: values that the archive does not know are
 * gone, the page is one that exists
 * @param inWords what was searched for, as a noun phrase: of one thing where one was
 * found
 * @param understood whether there was something to search for, or everything was meant
 * @param spellings other spellings that were searched for as well, or would be if they
 * were not switched off
 * @param notes what was ignored and why, in sentences
 * @param articles how many articles were found
 * @param claims how many claims were found
 * @param pages how many pages the hits of the scope fill, with those that follow
 * @param articleHits the articles of the page
 * @param claimHits the claims of the page
 * @param facets the facets; where nothing was found but something follows, of that
 * @param rebuilding whether the index is being made anew, so that something can be
 * missing
 * @param following hits beyond those found, which have some of the words and not all
 * @param advice what to try instead
 */
public record Found(SearchQuery query, String inWords, boolean understood, List<Spelt> spellings, List<String> notes,
		long articles, long claims, int pages, List<ArticleHit> articleHits, List<ClaimHit> claimHits,
		List<FacetCounts> facets, boolean rebuilding, Following following, Advice advice) {

	/** How many hits there are in the scope of the query. */
	public long total() {
		return (this.query.scope() == Scope.ARTICLES) ? this.articles : this.claims;
	}

	/** What was searched, as a title. */
	public String title() {
		String words = this.query.words();
		return words.isEmpty() ? ((this.query.scope() == Scope.CLAIMS) ? "Claims" : "Search")
				: "Search: " + Brief.of(words);
	}

	/** What was found, in a sentence. */
	public String summary() {
		if (!this.understood) {
			return "Nothing was searched for.";
		}
		String counted = (total() == 0) ? "No" : "%,d".formatted(total());
		return counted + " " + this.inWords.replaceFirst("^all ", "")
				+ (this.query.isNarrowed() ? ", narrowed as chosen." : ".");
	}

	/**
	 * A name and its other spellings.
	 *
	 * @param typed as typed
	 * @param others the others
	 */
	public record Spelt(String typed, List<String> others) {
	}

	/**
	 * What follows the hits where words without operators were typed.
	 *
	 * @param total how many; 0 where nothing follows
	 * @param from the number, from 0, among the hits of the page before which they begin;
	 * as many as there are hits if they do not begin on it
	 */
	public record Following(long total, int from) {

		static final Following NONE = new Following(0, 0);

	}

	/**
	 * What to try instead.
	 *
	 * @param instead the query with other words that finds more; null where none is known
	 * @param insteadFinds how many hits it finds
	 * @param without where nothing was found: the parts of the query, those first that
	 * cost most
	 */
	public record Advice(@Nullable String instead, long insteadFinds, List<Without> without) {

		static final Advice NONE = new Advice(null, 0, List.of());

	}

	/**
	 * A part of a query that found nothing.
	 *
	 * @param part the part in words
	 * @param query the query without it
	 * @param finds how many hits that has
	 * @param alone how many hits the part has by itself
	 */
	public record Without(String part, SearchQuery query, long finds, long alone) {
	}

}
