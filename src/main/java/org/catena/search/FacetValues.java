package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet in a state of the index, numbered through all segments, so that
 * hits are counted without looking at the values themselves.
 */
final class FacetValues {

	private final String field;

	/** Whether a hit has the values of the claims within it, each counted once. */
	private final boolean nested;

	private final OrdinalMap numbers;

	/** Those that were wanted already. */
	private final @Nullable String[] written;

	private volatile int @Nullable [] ofAll;

	private FacetValues(String field, boolean nested, OrdinalMap numbers) {
		this.field = field;
		this.nested = nested;
		this.numbers = numbers;
		this.written = new String[(int) numbers.getValueCount()];
	}

	static FacetValues of(Facet facet, Scope scope, IndexReader reader) {
		String field = facet.field(scope);
		try {
			List<SortedSetDocValues> values = new ArrayList<>();
			for (LeafReaderContext leaf : reader.leaves()) {
				values.add(DocValues.getSortedSet(leaf.reader(), field));
			}
			return new FacetValues(field, scope == Scope.ARTICLES && facet.isOfClaims(),
					OrdinalMap.build(null, values.toArray(SortedSetDocValues[]::new), PackedInts.DEFAULT));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many values there are. */
	int size() {
		return this.written.length;
	}

	/** The counts of everything that can be found, by the numbers of values. */
	int[] ofAll(IndexReader reader, IndexState state) throws IOException {
		int[] counts = this.ofAll;
		if (counts == null) {
			counts = new int[size()];
			count(reader, state, state.all(), null, counts, 1);
			this.ofAll = counts;
		}
		return counts;
	}

	/**
	 * Counts.
	 * @param reader the index
	 * @param state its state
	 * @param hits of each segment the documents that are counted
	 * @param claims which of their claims count; null for all
	 * @param counts what is added to, by the numbers of values
	 * @param each what a hit adds
	 */
	void count(IndexReader reader, IndexState state, FixedBitSet[] hits, FixedBitSet @Nullable [] claims, int[] counts,
			int each) throws IOException {
		int[] last = this.nested ? new int[counts.length] : null;
		for (LeafReaderContext leaf : reader.leaves()) {
			SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), this.field);
			if (values.getValueCount() == 0) {
				continue;
			}
			LongValues through = this.numbers.getGlobalOrds(leaf.ord);
			BitSet articles = state.articles(leaf.ord);
			if (last != null && articles != null) {
				countNested(values, through, hits[leaf.ord], articles, (claims != null) ? claims[leaf.ord] : null,
						leaf.docBase, last, counts, each);
			}
			else {
				count(values, through, hits[leaf.ord], counts, each);
			}
		}
	}

	private static void count(SortedSetDocValues values, LongValues through, FixedBitSet hits, int[] counts, int each)
			throws IOException {
		SortedDocValues single = DocValues.unwrapSingleton(values);
		for (int doc = next(hits, 0); doc < hits.length(); doc = next(hits, doc + 1)) {
			if (single != null) {
				if (single.advanceExact(doc)) {
					counts[(int) through.get(single.ordValue())] += each;
				}
			}
			else if (values.advanceExact(doc)) {
				for (int i = 0; i < values.docValueCount(); i++) {
					counts[(int) through.get(values.nextOrd())] += each;
				}
			}
		}
	}

	/** Article by article where these are few, claim by claim where those are. */
	private static void countNested(SortedSetDocValues values, LongValues through, FixedBitSet hits, BitSet articles,
			@Nullable FixedBitSet claims, int base, int[] last, int[] counts, int each) throws IOException {
		if (hits.cardinality() < values.cost()) {
			for (int hit = next(hits, 0); hit < hits.length(); hit = next(hits, hit + 1)) {
				for (int claim = (hit == 0) ? 0 : articles.prevSetBit(hit - 1) + 1; claim < hit; claim++) {
					if ((claims == null || claims.get(claim)) && values.advanceExact(claim)) {
						countClaim(values, through, base + hit + 1, last, counts, each);
					}
				}
			}
			return;
		}
		for (int claim = values.nextDoc(); claim != DocIdSetIterator.NO_MORE_DOCS; claim = values.nextDoc()) {
			int article = articles.nextSetBit(claim);
			if (hits.get(article) && (claims == null || claims.get(claim))) {
				countClaim(values, through, base + article + 1, last, counts, each);
			}
		}
	}

	/** An article counts once for each value, however many of its claims have it. */
	private static void countClaim(SortedSetDocValues values, LongValues through, int article, int[] last, int[] counts,
			int each) throws IOException {
		for (int i = 0; i < values.docValueCount(); i++) {
			int value = (int) through.get(values.nextOrd());
			if (last[value] != article) {
				last[value] = article;
				counts[value] += each;
			}
		}
	}

	private static int next(FixedBitSet hits, int from) {
		return (from < hits.length()) ? hits.nextSetBit(from) : hits.length();
	}

	/** The values with most hits, with their counts, the greatest first. */
	Map<String, Long> most(IndexReader reader, int[] counts, int most) throws IOException {
		LongHeap heap = new LongHeap(most);
		for (int number = 0; number < counts.length; number++) {
			if (counts[number] > 0) {
				// Of values with as many hits the first by name.
				heap.insertWithOverflow((long) counts[number] << Integer.SIZE | Integer.MAX_VALUE - number);
			}
		}
		long[] greatest = new long[heap.size()];
		for (int i = greatest.length - 1; i >= 0; i--) {
			greatest[i] = heap.pop();
		}
		Map<String, Long> found = new LinkedHashMap<>();
		for (long count : greatest) {
			found.put(value(reader, Integer.MAX_VALUE - (int) count), count >> Integer.SIZE);
		}
		return found;
	}

	private String value(IndexReader reader, int number) throws IOException {
		String value = this.written[number];
		if (value == null) {
			LeafReaderContext leaf = reader.leaves().get(this.numbers.getFirstSegmentNumber(number));
			value = DocValues.getSortedSet(leaf.reader(), this.field)
				.lookupOrd(this.numbers.getFirstSegmentOrd(number))
				.utf8ToString();
			this.written[number] = value;
		}
		return value;
	}

}
