package org.catena.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.CatenaApplication;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleText;
import org.catena.article.Basis;
import org.catena.article.Origin;
import org.catena.article.RecordNames;
import org.catena.article.SourceSubmission;
import org.catena.ingest.SubmitArticle;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the application's own ranking on collections with judgments, beside that of
 * bare Lucene. Each argument is a folder, see {@link JudgedCollection}; the application
 * gets an empty data folder for each.
 */
public final class Relevance {

	/** Places of a ranking that are looked at, as at TREC. */
	private static final int DEPTH = 1000;

	/** A source must have a name, but no query must find it. */
	private static final String SOURCE = "qzxcollection";

	/** A title where the collection has none: it has no word. */
	private static final String UNTITLED = "[—]";

	private final JudgedCollection collection;

	private final ConfigurableApplicationContext application;

	private final JdbcClient jdbc;

	private Relevance(JudgedCollection collection, ConfigurableApplicationContext application) {
		this.collection = collection;
		this.application = application;
		this.jdbc = application.getBean(JdbcClient.class);
	}

	public static void main(String[] folders) throws IOException {
		for (String folder : folders) {
			JudgedCollection collection = JudgedCollection.read(Path.of(folder));
			Path data = java.nio.file.Files.createTempDirectory("catena-relevance-");
			try (ConfigurableApplicationContext application = application(collection, data)) {
				System.out.println(table(folder, collection, measure(collection, application)));
			}
			finally {
				org.springframework.util.FileSystemUtils.deleteRecursively(data);
			}
		}
		System.exit(0);
	}

	private static ConfigurableApplicationContext application(JudgedCollection collection, Path data) {
		return new SpringApplicationBuilder(CatenaApplication.class)
			.properties("server.port=0", "catena.data-dir=" + data, "spring.main.banner-mode=off",
					"logging.level.root=warn",
					"catena.ingest.on-startup=" + ((collection.documents() != null) ? "never" : "always"))
			.run();
	}

	/** Measures a collection in an application: the mean of each system by its name. */
	static Map<String, RankingMeasures> measure(JudgedCollection collection,
			ConfigurableApplicationContext application) throws IOException {
		return new Relevance(collection, application).measure();
	}

	private Map<String, RankingMeasures> measure() throws IOException {
		try (BareLucene bare = BareLucene.inTemporaryFolder()) {
			Map<Long, String> names = (this.collection.documents() != null) ? takeIn(bare) : takeOver(bare);
			Benchmark.settle(this.application);
			Scope scope = this.collection.isOfClaims() ? Scope.CLAIMS : Scope.ARTICLES;
			Search search = this.application.getBean(Search.class);
			Map<String, List<RankingMeasures>> measures = new LinkedHashMap<>();
			for (Map.Entry<String, String> query : this.collection.queries().entrySet()) {
				String words = query.getValue();
				List<String> ours = search.ranking(SearchQuery.of(words, scope), DEPTH)
					.stream()
					.map(names::get)
					.toList();
				Map<String, Integer> grades = this.collection.grades().getOrDefault(query.getKey(), Map.of());
				note(measures, "the application", RankingMeasures.of(ours, grades));
				note(measures, "Lucene, title and text in one field",
						RankingMeasures.of(bare.rankingOfOneField(words, DEPTH), grades));
				note(measures, "Lucene, title × 3 + text",
						RankingMeasures.of(bare.rankingOfTwoFields(words, DEPTH), grades));
			}
			Map<String, RankingMeasures> means = new LinkedHashMap<>();
			measures.forEach((system, all) -> means.put(system, RankingMeasures.mean(all)));
			return means;
		}
	}

	private static void note(Map<String, List<RankingMeasures>> measures, String system, RankingMeasures measured) {
		measures.computeIfAbsent(system, (name) -> new ArrayList<>()).add(measured);
	}

	/** Takes the documents into the archive and the other index. */
	private Map<Long, String> takeIn(BareLucene bare) throws IOException {
		this.application.getBean(RecordNames.class)
			.record(new SourceSubmission(SOURCE, SOURCE, null, List.of(), null, null, Basis.unknown()));
		SubmitArticle submit = this.application.getBean(SubmitArticle.class);
		Map<String, String> bySlug = new LinkedHashMap<>();
		this.collection.forEachDocument((document) -> {
			String slug = "d" + (bySlug.size() + 1);
			bySlug.put(slug, document.id());
			String title = document.title().isBlank() ? null : document.title();
			ArticleText text = new ArticleText(document.text());
			if (text.isEmpty()) {
				text = new ArticleText((title != null) ? title : UNTITLED);
			}
			submit.submit(
					new ArticleSubmission(slug, null, title, (title == null) ? UNTITLED : null, SOURCE, List.of(), null,
							null, null, null, "en", null, List.of(), null, new java.util.TreeMap<>(), text),
					List.of(), Origin.CORPUS, "relevance");
			bare.add(new JudgedCollection.Document(document.id(), document.title(), text.value()));
		});
		Map<Long, String> names = new LinkedHashMap<>();
		this.jdbc.sql("select id, slug from article")
			.query((row) -> {
				names.put(row.getLong("id"), bySlug.get(row.getString("slug")));
			});
		return names;
	}

	/** Takes what the archive holds into the other index. */
	private Map<Long, String> takeOver(BareLucene bare) {
		String sql = this.collection.isOfClaims() ? "select id, key, exact, paraphrase from shown_claim order by id" : """
				select a.id, a.slug, coalesce(a.title, a.supplied_title), v.text from article a join article_version v
				  on v.article_id = a.id and v.number = a.version where a.state = 'published' order by a.id""";
		Map<Long, String> names = new LinkedHashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			names.put(row.getLong(1), row.getString(2));
			try {
				bare.add(new JudgedCollection.Document(row.getString(2), row.getString(3),
						IndexedArticle.withoutMarks(row.getString(4))));
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
		return names;
	}

	private static String table(String folder, JudgedCollection collection, Map<String, RankingMeasures> means) {
		StringBuilder table = new StringBuilder("\n%s: %d queries with judgments, best %,d of each%n%n"
			.formatted(folder, collection.queries().size(), DEPTH));
		table.append("| ranking | MAP | nDCG@10 | P@10 |\n|---|--:|--:|--:|\n");
		means.forEach((system, mean) -> table.append(String.format(Locale.ROOT, "| %s | %.4f | %.4f | %.4f |%n", system,
				mean.averagePrecision(), mean.ndcgAt10(), mean.precisionAt10())));
		return table.toString();
	}

}
