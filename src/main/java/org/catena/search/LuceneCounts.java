package org.catena.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts in Lucene what a query finds: how much, and by the values of facets. Hits are a
 * set of bits first, without scores, of which each facet is then counted by the numbers
 * of its values. The library's own counting looks each value of each hit up in a table of
 * hashes, and numbers the values anew for each query and facet.
 */
final class LuceneCounts implements Callable<LuceneCounts.Counted> {

	private final Supplier<IndexReader> index;

	private final Function<IndexReader, IndexState> states;

	private final Query where;

	private final Map<Facet, Counting> facets = new EnumMap<>(Facet.class);

	private final CompletableFuture<Long> total = new CompletableFuture<>();

	/**
	 * Prepares to count.
	 * @param index opens the index
	 * @param states what is known of a state of it
	 * @param where what is counted
	 */
	LuceneCounts(Supplier<IndexReader> index, Function<IndexReader, IndexState> states, Query where) {
		this.index = index;
		this.states = states;
		this.where = where;
	}

	/**
	 * Counts a facet as well.
	 * @param facet the facet
	 * @param hits of which hits
	 * @param claims by which of their claims; null for all
	 */
	void add(Facet facet, Query hits, @Nullable Query claims) {
		this.facets.put(facet, new Counting(hits, claims));
	}

	/** How many hits there are, as soon as that is known. */
	long total() {
		try {
			return this.total.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	@Override
	public Counted call() throws IOException {
		try (IndexReader reader = this.index.get()) {
			IndexState state = this.states.apply(reader);
			IndexSearcher searcher = new IndexSearcher(reader);
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(IndexQuery.LONGEST);
			searcher.setTimeout(() -> System.nanoTime() - end > 0);
			Hits all = matching(searcher, state, this.where);
			this.total.complete(all.size());
			Map<Query, Hits> found = new HashMap<>(Map.of(this.where, all));
			Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
			for (Map.Entry<Facet, Counting> facet : this.facets.entrySet()) {
				Query hits = facet.getValue().hits();
				if (!found.containsKey(hits)) {
					found.put(hits, matching(searcher, state, hits));
				}
				counts.put(facet.getKey(), counts(searcher, state, facet.getKey(), found.get(hits), facet.getValue()));
			}
			return new Counted(counts, searcher.timedOut());
		}
		catch (IOException | RuntimeException ex) {
			this.total.completeExceptionally(ex);
			throw ex;
		}
	}

	/** A set of bits for each segment. */
	private static Hits matching(IndexSearcher searcher, IndexState state, Query query) throws IOException {
		FixedBitSet[] found = state.none();
		searcher.search(query, new CollectorManager<SimpleCollector, Void>() {

			@Override
			public SimpleCollector newCollector() {
				return new Matching(state, found);
			}

			@Override
			public @Nullable Void reduce(java.util.Collection<SimpleCollector> collectors) {
				return null;
			}

		});
		long size = Arrays.stream(found).mapToLong(FixedBitSet::cardinality).sum();
		return new Hits(found, size, (2 * size > state.size()) ? state.others(found) : null);
	}

	private static Map<String, Long> counts(IndexSearcher searcher, IndexState state, Facet facet, Hits found,
			Counting counting) throws IOException {
		IndexReader reader = searcher.getIndexReader();
		FacetValues values = state.values(facet, reader);
		Query claims = counting.claims();
		FixedBitSet[] others = found.others();
		if (claims == null && others != null) {
			int[] counts = values.ofAll(reader, state).clone();
			values.count(reader, state, others, null, counts, -1);
			return values.most(reader, counts, IndexQuery.MOST_VALUES);
		}
		int[] counts = new int[values.size()];
		values.count(reader, state, found.bits(), (claims != null) ? all(searcher, state, claims) : null, counts, 1);
		return values.most(reader, counts, IndexQuery.MOST_VALUES);
	}

	/** The documents of a query, those of claims among them. */
	private static FixedBitSet[] all(IndexSearcher searcher, IndexState state, Query query) throws IOException {
		FixedBitSet[] found = state.none();
		Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			Scorer scorer = weight.scorer(leaf);
			if (scorer != null) {
				DocIdSetIterator each = scorer.iterator();
				for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
					found[leaf.ord].set(doc);
				}
			}
		}
		return found;
	}

	/**
	 * What was counted.
	 *
	 * @param facets hits by facet and value
	 * @param cutOff whether it took too long, so that all counts are lower bounds
	 */
	record Counted(Map<Facet, Map<String, Long>> facets, boolean cutOff) {
	}

	/**
	 * How a facet is counted.
	 *
	 * @param hits of which hits
	 * @param claims by which of their claims; null for all
	 */
	private record Counting(Query hits, @Nullable Query claims) {
	}

	/**
	 * What was found.
	 *
	 * @param bits a set of documents for each segment
	 * @param size how much it is
	 * @param others what was not found, where that is less to count
	 */
	private record Hits(FixedBitSet[] bits, long size, FixedBitSet @Nullable [] others) {
	}

	/** Takes down what matches, without the documents within articles. */
	private static final class Matching extends SimpleCollector {

		private final IndexState state;

		private final FixedBitSet[] found;

		private @Nullable BitSet whole;

		private FixedBitSet bits;

		Matching(IndexState state, FixedBitSet[] found) {
			this.state = state;
			this.found = found;
			this.bits = new FixedBitSet(0);
		}

		@Override
		protected void doSetNextReader(LeafReaderContext leaf) {
			this.whole = this.state.articles(leaf.ord);
			this.bits = this.found[leaf.ord];
		}

		@Override
		public void collect(int doc) {
			if (this.whole == null || this.whole.get(doc)) {
				this.bits.set(doc);
			}
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

}
