package org.catena.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene without the application: the same fields, analysis, weights, order and facets,
 * claims in blocks with their articles; the texts are stored, so that passages can be
 * marked.
 */
final class BenchLucene implements Closeable {

	private static final String[] FACETS = { "source", "author" };

	private static final String[] CLAIM_FACETS = { "point", "stance", "claimant", "kind" };

	private static final org.apache.lucene.search.Sort SORT = new org.apache.lucene.search.Sort(SortField.FIELD_SCORE,
			new SortField("latest", SortField.Type.LONG, true), new SortField("slug", SortField.Type.STRING));

	private static final FieldType UNRANKED = unranked();

	private final BitSetProducer articles = new QueryBitSetProducer(new TermQuery(new Term("type", "article")));

	private final Directory directory;

	private final IndexWriter writer;

	private DirectoryReader reader;

	private IndexSearcher searcher;

	@SuppressWarnings("NullAway.Init")
	BenchLucene(Path folder) throws IOException {
		this.directory = FSDirectory.open(folder);
		this.writer = new IndexWriter(this.directory, new IndexWriterConfig(analyzer()));
	}

	/**
	 * Indexes a generated file on all processors.
	 * @return the seconds that it took, without reading the file
	 */
	double index(Path file) throws IOException {
		int threads = Runtime.getRuntime().availableProcessors();
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		long[] nanoseconds = new long[1];
		try {
			BenchArticle.forEachBatch(file, 4000, (batch) -> {
				long start = System.nanoTime();
				List<Future<?>> parts = new ArrayList<>();
				for (int part = 0; part < threads; part++) {
					List<BenchArticle> some = batch.subList(batch.size() * part / threads,
							batch.size() * (part + 1) / threads);
					parts.add(executor.submit(() -> {
						for (BenchArticle article : some) {
							this.writer.addDocuments(documents(article));
						}
						return null;
					}));
				}
				for (Future<?> part : parts) {
					try {
						part.get();
					}
					catch (Exception ex) {
						throw new IOException(ex);
					}
				}
				nanoseconds[0] += System.nanoTime() - start;
			});
		}
		finally {
			executor.shutdown();
		}
		long start = System.nanoTime();
		this.writer.commit();
		nanoseconds[0] += System.nanoTime() - start;
		this.reader = DirectoryReader.open(this.writer);
		this.searcher = new IndexSearcher(this.reader);
		return nanoseconds[0] / 1e9;
	}

	private static List<Document> documents(BenchArticle article) {
		List<Document> documents = new ArrayList<>();
		for (BenchArticle.CodedClaim claim : article.claims()) {
			Document document = new Document();
			facet(document, "point", claim.point());
			facet(document, "stance", claim.stance());
			facet(document, "kind", claim.kind());
			facet(document, "claimant", claim.claimant().equals("author") ? article.author() : claim.claimant());
			documents.add(document);
		}
		Document document = new Document();
		document.add(new StringField("type", "article", Field.Store.NO));
		document.add(new StringField("slug", article.slug(), Field.Store.YES));
		document.add(new SortedDocValuesField("slug", new BytesRef(article.slug())));
		// As the application's: a field that ranks, and each text as stems and as words.
		for (String text : List.of(article.title(), article.title(), article.names(), article.text())) {
			document.add(new TextField("all", text, Field.Store.NO));
		}
		text(document, "title", article.title());
		text(document, "text", article.text());
		text(document, "names", article.names());
		document.add(new StoredField("text", article.text()));
		facet(document, "source", article.source());
		facet(document, "author", article.author());
		if (article.day() != null) {
			document.add(new NumericDocValuesField("latest", LocalDate.parse(article.day()).toEpochDay()));
		}
		documents.add(document);
		return documents;
	}

	private static void text(Document document, String field, String text) {
		document.add(new Field(field, text, UNRANKED));
		document.add(new Field(field + TextFields.WORDS, text, UNRANKED));
	}

	private static FieldType unranked() {
		FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
		type.setOmitNorms(true);
		type.freeze();
		return type;
	}

	private static Analyzer analyzer() {
		Map<String, Analyzer> written = new HashMap<>();
		List.of("title", "text", "names")
			.forEach((field) -> written.put(field + TextFields.WORDS, TextAnalysis.asWritten()));
		return new PerFieldAnalyzerWrapper(TextAnalysis.stemming(), written);
	}

	private static void facet(Document document, String field, String value) {
		document.add(new StringField(field, value, Field.Store.NO));
		document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
	}

	/** A page of hits with exact total, facets and marked passages; returns the total. */
	long search(BenchQuery asked) throws IOException {
		Query query = query(asked.form());
		Object[] found = this.searcher.search(query, new MultiCollectorManager(
				new TopFieldCollectorManager(SORT, 10 * asked.page(), null, Integer.MAX_VALUE), new CountingManager()));
		TopDocs all = (TopDocs) found[0];
		int from = Math.min(10 * (asked.page() - 1), all.scoreDocs.length);
		TopDocs page = new TopDocs(all.totalHits,
				java.util.Arrays.copyOfRange(all.scoreDocs, from, all.scoreDocs.length));
		if (!(asked.form() instanceof BenchQuery.Coded)) {
			UnifiedHighlighter.builder(this.searcher, TextAnalysis.stemming())
				.withFieldMatcher((field) -> true)
				.build()
				.highlight("text", query, page, 3);
		}
		return page.totalHits.value;
	}

	private Query query(BenchQuery.Form form) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		if (form instanceof BenchQuery.Words words) {
			for (String word : words.words().split(" ")) {
				query.add(term(word), Occur.MUST);
			}
			if (words.source() != null) {
				query.add(new TermQuery(new Term("source", words.source())), Occur.FILTER);
			}
		}
		else if (form instanceof BenchQuery.Phrase phrase) {
			query.add(term(phrase.phrase()), Occur.MUST);
			if (phrase.word() != null) {
				query.add(term(phrase.word()), Occur.MUST);
			}
		}
		else if (form instanceof BenchQuery.Prefix prefix) {
			for (String field : new String[] { "title", "text", "names" }) {
				query.add(new PrefixQuery(new Term(field + TextFields.WORDS, prefix.beginning())), Occur.SHOULD);
			}
		}
		else if (form instanceof BenchQuery.Either either) {
			query.add(new BooleanQuery.Builder().add(term(either.one()), Occur.SHOULD)
				.add(term(either.other()), Occur.SHOULD)
				.build(), Occur.MUST);
			query.add(term(either.without()), Occur.MUST_NOT);
		}
		else if (form instanceof BenchQuery.Coded coded) {
			Query claim = new BooleanQuery.Builder().add(new TermQuery(new Term("point", coded.point())), Occur.FILTER)
				.add(new TermQuery(new Term("stance", coded.stance())), Occur.FILTER)
				.build();
			query.add(new ToParentBlockJoinQuery(claim, this.articles, org.apache.lucene.search.join.ScoreMode.None),
					Occur.FILTER);
		}
		return query.build();
	}

	private static Query term(String words) {
		Query query = new QueryBuilder(TextAnalysis.stemming()).createPhraseQuery("all", words);
		return (query != null) ? query : new MatchNoDocsQuery();
	}

	@Override
	public void close() throws IOException {
		if (this.reader != null) {
			this.reader.close();
		}
		this.writer.close();
		this.directory.close();
	}

	private final class CountingManager implements CollectorManager<Counting, Map<String, Map<String, Integer>>> {

		@Override
		public Counting newCollector() {
			return new Counting();
		}

		/**
		 * All segments are counted by one collector, for they are searched by one thread.
		 */
		@Override
		public Map<String, Map<String, Integer>> reduce(java.util.Collection<Counting> collectors) {
			return collectors.iterator().next().counts;
		}

	}

	/** Counts the values of all facets, segment by segment. */
	private final class Counting extends SimpleCollector {

		private final Map<String, Map<String, Integer>> counts = new HashMap<>();

		private final List<SegmentCounts> fields = new ArrayList<>();

		private final List<SegmentCounts> claimFields = new ArrayList<>();

		private BitSet parents;

		@SuppressWarnings("NullAway.Init")
		private Counting() {
		}

		@Override
		protected void doSetNextReader(LeafReaderContext context) throws IOException {
			finish();
			this.parents = BenchLucene.this.articles.getBitSet(context);
			for (String field : FACETS) {
				this.fields.add(SegmentCounts.of(field, context));
			}
			for (String field : CLAIM_FACETS) {
				this.claimFields.add(SegmentCounts.of(field, context));
			}
		}

		@Override
		public void collect(int doc) throws IOException {
			for (SegmentCounts field : this.fields) {
				field.count(doc);
			}
			int before = (doc == 0) ? -1 : this.parents.prevSetBit(doc - 1);
			for (int claim = before + 1; claim < doc; claim++) {
				for (SegmentCounts field : this.claimFields) {
					field.count(claim);
				}
			}
		}

		@Override
		public void finish() throws IOException {
			for (List<SegmentCounts> some : List.of(this.fields, this.claimFields)) {
				for (SegmentCounts field : some) {
					field.addTo(this.counts.computeIfAbsent(field.field(), (name) -> new HashMap<>()));
				}
				some.clear();
			}
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

	private record SegmentCounts(String field, SortedSetDocValues values, int[] byOrdinal) {

		static SegmentCounts of(String field, LeafReaderContext context) throws IOException {
			SortedSetDocValues values = DocValues.getSortedSet(context.reader(), field);
			return new SegmentCounts(field, values, new int[(int) values.getValueCount()]);
		}

		void count(int doc) throws IOException {
			if (this.values.advanceExact(doc)) {
				for (int i = 0; i < this.values.docValueCount(); i++) {
					this.byOrdinal[(int) this.values.nextOrd()]++;
				}
			}
		}

		void addTo(Map<String, Integer> counts) throws IOException {
			for (int ordinal = 0; ordinal < this.byOrdinal.length; ordinal++) {
				if (this.byOrdinal[ordinal] > 0) {
					counts.merge(this.values.lookupOrd(ordinal).utf8ToString(), this.byOrdinal[ordinal], Integer::sum);
				}
			}
		}

	}

}
