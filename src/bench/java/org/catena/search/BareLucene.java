package org.catena.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.springframework.util.FileSystemUtils;

/**
 * Lucene without the application, to compare with: BM25 as it comes, every word of a query
 * optional, words made by the application's own analyzers.
 */
final class BareLucene implements Closeable {

	private static final String ALL = "all";

	private final Path folder;

	private final Directory directory;

	private final IndexWriter writer;

	private BareLucene(Path folder) throws IOException {
		this.folder = folder;
		this.directory = FSDirectory.open(folder);
		this.writer = new IndexWriter(this.directory, new IndexWriterConfig(TextAnalysis.stemming()));
	}

	static BareLucene inTemporaryFolder() throws IOException {
		return new BareLucene(Files.createTempDirectory("catena-bare-lucene-"));
	}

	void add(JudgedCollection.Document document) throws IOException {
		org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
		fields.add(new StoredField("id", document.id()));
		fields.add(new TextField("title", document.title(), Field.Store.NO));
		fields.add(new TextField("text", document.text(), Field.Store.NO));
		fields.add(new TextField(ALL, document.title() + "\n\n" + document.text(), Field.Store.NO));
		this.writer.addDocument(fields);
	}

	/** The best documents where title and text are one field. */
	List<String> rankingOfOneField(String words, int most) throws IOException {
		return ranking(optional(ALL, words), most);
	}

	/** The best documents by the sum of both fields, the title counting thrice. */
	List<String> rankingOfTwoFields(String words, int most) throws IOException {
		return ranking(new BooleanQuery.Builder()
			.add(new BoostQuery(optional("title", words), 3), Occur.SHOULD)
			.add(optional("text", words), Occur.SHOULD)
			.build(), most);
	}

	private static Query optional(String field, String words) {
		Query query = new QueryBuilder(TextAnalysis.stemming()).createBooleanQuery(field, words);
		return (query != null) ? query : new BooleanQuery.Builder().build();
	}

	private List<String> ranking(Query query, int most) throws IOException {
		try (DirectoryReader reader = DirectoryReader.open(this.writer)) {
			List<String> names = new ArrayList<>();
			for (ScoreDoc hit : new IndexSearcher(reader).search(query, most).scoreDocs) {
				names.add(reader.storedFields().document(hit.doc).get("id"));
			}
			return names;
		}
	}

	@Override
	public void close() throws IOException {
		this.writer.close();
		this.directory.close();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
