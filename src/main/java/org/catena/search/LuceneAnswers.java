package org.catena.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.catena.past.Past;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.query.SearchResult;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Asks an index of Lucene in this process. The library finds the hits of a page, and need
 * not look at every document for that; what all hits have is counted by
 * {@link LuceneCounts}, on another processor if one is idle.
 */
@Component
@ConditionalOnProperty(name = "catena.search.backend", havingValue = "lucene", matchIfMissing = true)
class LuceneAnswers implements Answers {

	/** Of each scope the state of its index that was seen last. */
	private final AtomicReferenceArray<@Nullable IndexState> states = new AtomicReferenceArray<>(Scope.values().length);

	@Override
	public Answer answer(IndexQuery query, int offset, int limit) {
		Query where = lucene(query.where());
		LuceneCounts counts = counts(query, where);
		for (Facet facet : query.counted()) {
			boolean chosen = !query.query().chosen(facet).isEmpty();
			counts.add(facet, chosen ? lucene(query.whereWithout(facet)) : where, claims(query, facet));
		}
		Meanwhile<LuceneCounts.Counted> counting = Meanwhile.begin(counts);
		SearchResult<Long> page = (limit > 0) ? query.page(where, offset, limit) : null;
		return new Answered(query, (page != null) ? page.hits() : List.of(), page != null && page.timedOut(), counts,
				counting);
	}

	@Override
	public Count count(IndexQuery query) {
		LuceneCounts counts = counts(query, lucene(query.where()));
		return new Answered(query, List.of(), false, counts, Meanwhile.begin(counts));
	}

	/** Of the past nothing is kept: it would take the place of the present. */
	private LuceneCounts counts(IndexQuery query, Query where) {
		boolean isPast = Past.current().isPresent();
		return new LuceneCounts(() -> query.index().extension(LuceneExtension.get()).openIndexReader(),
				isPast ? (reader) -> IndexState.of(query.scope(), reader) : (reader) -> state(query.scope(), reader),
				where);
	}

	private IndexState state(Scope scope, IndexReader reader) {
		IndexState state = this.states.get(scope.ordinal());
		if (state == null || !state.isOf(reader)) {
			state = IndexState.of(scope, reader);
			this.states.set(scope.ordinal(), state);
		}
		return state;
	}

	private static @Nullable Query claims(IndexQuery query, Facet facet) {
		SearchPredicate claims = query.countedClaims(facet);
		return (claims != null && lucene(claims) instanceof ToParentBlockJoinQuery join) ? join.getChildQuery() : null;
	}

	private static Query lucene(SearchPredicate predicate) {
		return joined(LuceneMigrationUtils.toLuceneQuery(predicate));
	}

	/**
	 * A query that knows the articles beforehand to which nested documents belong; the
	 * library looks for them with every query. It always takes the claims' mean score.
	 */
	private static Query joined(Query query) {
		if (query instanceof ToParentBlockJoinQuery join) {
			return new ToParentBlockJoinQuery(join.getChildQuery(), IndexState.ARTICLES, ScoreMode.Avg);
		}
		if (query instanceof BooleanQuery all) {
			BooleanQuery.Builder joined = new BooleanQuery.Builder()
				.setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
			for (BooleanClause clause : all) {
				joined.add(joined(clause.getQuery()), clause.getOccur());
			}
			return joined.build();
		}
		return (query instanceof BoostQuery boost) ? new BoostQuery(joined(boost.getQuery()), boost.getBoost()) : query;
	}

	private record Answered(IndexQuery query, List<Long> hits, boolean timedOut, LuceneCounts counting,
			Meanwhile<LuceneCounts.Counted> counted) implements Answer {

		@Override
		public long total() {
			this.counted.start();
			return this.counting.total();
		}

		@Override
		public Map<Facet, Map<String, Long>> counts() {
			Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
			counts.putAll(this.counted.get().facets());
			this.query.addYears(counts);
			return counts;
		}

		@Override
		public boolean cutOff() {
			return this.timedOut || this.counted.get().cutOff();
		}

	}

}
