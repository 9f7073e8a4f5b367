package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an index of Lucene as long as nothing in it changes: which documents
 * there are, and the numbers of the values of its facets. It holds no file open.
 */
final class IndexState {

	/**
	 * The documents of articles, each after those of its claims; they alone have a slug.
	 */
	static final BitSetProducer ARTICLES = new QueryBitSetProducer(new FieldExistsQuery("slug"));

	private final Scope scope;

	/** Each stands for a segment with what is deleted in it. */
	private final List<Object> segments;

	private final List<@Nullable BitSet> articles = new ArrayList<>();

	/**
	 * What can be found: without what is deleted, and without the documents of claims.
	 */
	private final List<FixedBitSet> all = new ArrayList<>();

	private final long size;

	private final Map<Facet, FacetValues> values = new ConcurrentHashMap<>();

	private IndexState(Scope scope, IndexReader reader) throws IOException {
		this.scope = scope;
		this.segments = segments(reader);
		for (LeafReaderContext leaf : reader.leaves()) {
			BitSet whole = (scope == Scope.ARTICLES) ? ARTICLES.getBitSet(leaf) : null;
			if (scope == Scope.ARTICLES && whole == null) {
				whole = new FixedBitSet(leaf.reader().maxDoc());
			}
			Bits live = leaf.reader().getLiveDocs();
			FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
			for (int doc = 0; doc < bits.length(); doc++) {
				if ((whole == null || whole.get(doc)) && (live == null || live.get(doc))) {
					bits.set(doc);
				}
			}
			this.articles.add(whole);
			this.all.add(bits);
		}
		this.size = this.all.stream().mapToLong(FixedBitSet::cardinality).sum();
	}

	static IndexState of(Scope scope, IndexReader reader) {
		try {
			return new IndexState(scope, reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Object> segments(IndexReader reader) {
		List<Object> segments = new ArrayList<>();
		for (LeafReaderContext leaf : reader.leaves()) {
			IndexReader.CacheHelper state = leaf.reader().getReaderCacheHelper();
			segments.add((state != null) ? state.getKey() : new Object());
		}
		return segments;
	}

	boolean isOf(IndexReader reader) {
		return this.segments.equals(segments(reader));
	}

	/** How many articles or claims can be found. */
	long size() {
		return this.size;
	}

	/**
	 * Of the documents of a segment those of articles; null where each stands for itself.
	 */
	@Nullable BitSet articles(int segment) {
		return this.articles.get(segment);
	}

	/** An empty set of documents for each segment. */
	FixedBitSet[] none() {
		return this.all.stream().map((bits) -> new FixedBitSet(bits.length())).toArray(FixedBitSet[]::new);
	}

	/** Everything that can be found. */
	FixedBitSet[] all() {
		return this.all.toArray(FixedBitSet[]::new);
	}

	/** Everything that can be found but was not. */
	FixedBitSet[] others(FixedBitSet[] found) {
		FixedBitSet[] others = new FixedBitSet[found.length];
		for (int segment = 0; segment < found.length; segment++) {
			others[segment] = this.all.get(segment).clone();
			others[segment].andNot(found[segment]);
		}
		return others;
	}

	/** The values of a facet. */
	FacetValues values(Facet facet, IndexReader reader) {
		return this.values.computeIfAbsent(facet, (unknown) -> FacetValues.of(facet, this.scope, reader));
	}

}
