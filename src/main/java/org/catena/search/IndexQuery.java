package org.catena.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.lucene.search.Query;
import org.catena.annotation.Claim;
import org.catena.article.Article;
import org.catena.search.QueryNode.Words;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.TermsAggregationOptionsStep;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * Asks the index of one scope. What takes too long is cut off: counts are lower bounds
 * then.
 */
final class IndexQuery {

	/** Values of a facet that are counted at most. */
	static final int MOST_VALUES = 500;

	/** Seconds after which the index answers with what it has by then. */
	static final int LONGEST = 5;

	/** Hits that are asked for at once where all are wanted. */
	private static final int CHUNK = 5_000;

	private final SearchSession session;

	private final Scope scope;

	private final SearchQuery query;

	private final @Nullable QueryNode root;

	private final boolean following;

	private final SearchScope<?> index;

	private final Predicates predicates;

	/**
	 * Prepares to ask.
	 * @param session the library's session
	 * @param scope what is asked for
	 * @param query what narrows the words; its own scope does not matter
	 * @param root the words; null for everything
	 */
	IndexQuery(SearchSession session, Scope scope, SearchQuery query, @Nullable QueryNode root) {
		this(session, scope, query, root, false);
	}

	private IndexQuery(SearchSession session, Scope scope, SearchQuery query, @Nullable QueryNode root,
			boolean following) {
		this.session = session;
		this.scope = scope;
		this.query = query;
		this.root = root;
		this.following = following;
		this.index = session.scope(List.of((scope == Scope.ARTICLES) ? Article.class : Claim.class));
		this.predicates = new Predicates(this.index.predicate(), scope);
	}

	/**
	 * What follows those that have all words: those that have some of them. Only where
	 * the root is {@link Words} of which all are wanted.
	 */
	IndexQuery following() {
		return new IndexQuery(this.session, this.scope, this.query, this.root, true);
	}

	/** How many hits there are. */
	long count() {
		return total(countByLibrary());
	}

	/** Counts the hits alone, by the library. */
	SearchResult<?> countByLibrary() {
		return this.session.search(this.index).where(where(null)).truncateAfter(LONGEST, TimeUnit.SECONDS).fetch(0);
	}

	/** Some of the hits, without counts. */
	List<Long> ids(int offset, int limit) {
		return ids(sort()).truncateAfter(LONGEST, TimeUnit.SECONDS).fetchHits(offset, limit);
	}

	/**
	 * The ids of the first hits in their order, without facets.
	 * @param most how many at most
	 */
	List<Long> first(int most) {
		return ids(sort()).truncateAfter(LONGEST, TimeUnit.SECONDS).fetchHits(most);
	}

	/** The ids of hits, of what changed last first. */
	List<Long> changed(int offset, int limit) {
		String name = (this.scope == Scope.ARTICLES) ? "slug" : "key";
		return ids(this.index.sort().field("changed").desc().then().field(name).toSort()).fetchHits(offset, limit);
	}

	/**
	 * The ids of all hits in their order, without a bound of time.
	 * @param most how many at most
	 */
	List<Long> all(int most) {
		List<Long> all = new ArrayList<>();
		try (SearchScroll<Long> scroll = ids(sort()).scroll(Math.max(1, Math.min(most, CHUNK)))) {
			SearchScrollResult<Long> chunk = scroll.next();
			while (chunk.hasHits() && all.size() < most) {
				all.addAll(chunk.hits().subList(0, Math.min(chunk.hits().size(), most - all.size())));
				chunk = scroll.next();
			}
		}
		return all;
	}

	private SearchQueryOptionsStep<?, ?, Long, ?, ?, ?> ids(SearchSort sort) {
		return this.session.search(this.index)
			.select(this.index.projection().id(Long.class).toProjection())
			.where(where(null))
			.sort(sort);
	}

	/** What is asked beside the words. */
	SearchQuery query() {
		return this.query;
	}

	/** What is asked for. */
	Scope scope() {
		return this.scope;
	}

	SearchScope<?> index() {
		return this.index;
	}

	/**
	 * Some of the hits alone, of which nothing is counted: an index of Lucene need not
	 * look at all for that.
	 * @param where what the index is asked
	 */
	SearchResult<Long> page(Query where, int offset, int limit) {
		return this.session.search(this.index)
			.select(this.index.projection().id(Long.class).toProjection())
			.where((f) -> f.extension(LuceneExtension.get()).fromLuceneQuery(where))
			.sort(sort())
			.totalHitCountThreshold(0)
			.truncateAfter(LONGEST, TimeUnit.SECONDS)
			.fetch(offset, limit);
	}

	/**
	 * Some of the hits, with counts by the library.
	 * @param keys what is counted, nothing being chosen in it
	 */
	SearchResult<Long> fetch(int offset, int limit, Map<Facet, AggregationKey<Map<String, Long>>> keys) {
		SearchQueryOptionsStep<?, ?, Long, ?, ?, ?> step = ids(sort());
		for (Map.Entry<Facet, AggregationKey<Map<String, Long>>> key : keys.entrySet()) {
			step = step.aggregation(key.getValue(), counting(key.getKey()));
		}
		return step.truncateAfter(LONGEST, TimeUnit.SECONDS).fetch(offset, limit);
	}

	/** The facets that are counted: years follow from months where no time is chosen. */
	Set<Facet> counted() {
		Set<Facet> facets = EnumSet.allOf(Facet.class);
		if (!isDated()) {
			facets.remove(Facet.YEAR);
		}
		return facets;
	}

	/** Adds the years where they follow from the months. */
	void addYears(Map<Facet, Map<String, Long>> counts) {
		if (!isDated()) {
			counts.put(Facet.YEAR, years(counts.getOrDefault(Facet.MONTH, Map.of())));
		}
	}

	private boolean isDated() {
		return !this.query.chosen(Facet.YEAR).isEmpty() || !this.query.chosen(Facet.MONTH).isEmpty();
	}

	/** Each article is of one month, or of a year alone, and so of one year. */
	private static Map<String, Long> years(Map<String, Long> months) {
		Map<String, Long> years = new TreeMap<>();
		months.forEach((month, count) -> years.merge(month.matches("\\d{4}-\\d{2}") ? month.substring(0, 4) : month,
				count, Long::sum));
		return years;
	}

	static long total(SearchResult<?> result) {
		return result.total().isHitCountExact() ? result.total().hitCount() : result.total().hitCountLowerBound();
	}

	/**
	 * The counts of a facet in which something is chosen, by the library: those of the
	 * hits as they would be without that choice.
	 */
	SearchResult<?> countsWithout(Facet chosen, AggregationKey<Map<String, Long>> key) {
		return this.session.search(this.index)
			.where(where(chosen))
			.aggregation(key, counting(chosen))
			.truncateAfter(LONGEST, TimeUnit.SECONDS)
			.fetch(0);
	}

	/** What the index is asked. */
	SearchPredicate where() {
		return where(null);
	}

	/** What the index is asked without the choice in a facet. */
	SearchPredicate whereWithout(Facet chosen) {
		return where(chosen);
	}

	/**
	 * Which claims of the articles count for a facet of claims: those that have what else
	 * is asked of one claim; null where all count.
	 */
	@Nullable SearchPredicate countedClaims(Facet facet) {
		SearchPredicate same = (this.scope == Scope.ARTICLES && facet.isOfClaims())
				? this.predicates.sameClaim(this.root, this.query, facet) : null;
		return (same != null) ? this.index.predicate().nested("claims").add(same).toPredicate() : null;
	}

	private SearchPredicate where(@Nullable Facet apart) {
		return (this.following && this.root instanceof Words words)
				? this.predicates.following(words, this.query, apart)
				: this.predicates.of(this.root, this.query, apart);
	}

	private SearchAggregation<Map<String, Long>> counting(Facet facet) {
		TermsAggregationOptionsStep<?, ?, ?, ?, Map<String, Long>> terms = this.index.aggregation()
			.terms()
			.field(facet.field(this.scope), String.class)
			.maxTermCount(MOST_VALUES);
		SearchPredicate same = (this.scope == Scope.ARTICLES && facet.isOfClaims())
				? this.predicates.sameClaim(this.root, this.query, facet) : null;
		return ((same != null) ? terms.filter(same) : terms).toAggregation();
	}

	/** Hits that are equal so far follow their names, so that pages do not overlap. */
	private SearchSort sort() {
		var f = this.index.sort();
		String name = (this.scope == Scope.ARTICLES) ? "slug" : "key";
		Sort sort = (this.root == null && this.query.sort() == Sort.RELEVANCE) ? Sort.NEWEST : this.query.sort();
		return switch (sort) {
			case RELEVANCE -> f.score().then().field("latest").desc().missing().last().then().field(name).toSort();
			case NEWEST -> f.field("latest").desc().missing().last().then().field(name).toSort();
			case OLDEST -> f.field("earliest").asc().missing().last().then().field(name).toSort();
		};
	}

}
