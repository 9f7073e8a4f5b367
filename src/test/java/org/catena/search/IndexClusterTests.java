package org.catena.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.google.gson.JsonParser;
import jakarta.persistence.EntityManagerFactory;
import org.apache.http.util.EntityUtils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.catena.article.Accession;
import org.catena.article.Origin;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The index in a cluster follows the record, whatever happens. */
@SpringBootTest
@OnCluster
class IndexClusterTests {

	@Autowired
	private Search search;

	@Autowired
	private Accession accession;

	@Autowired
	private IndexAtStart indexAtStart;

	@Autowired
	private IndexMark mark;

	@Autowired
	private Rebuilds rebuilds;

	@Autowired
	private IndexProperties properties;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManagerFactory entities;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
		IndexSettles.until(() -> this.rebuilds.underWay().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "The U.S.’s peace-makers’ plans, Zürich’s naïve GUARANTEES",
			"it's 28-point U.N. F-16s e.g. co\u00ADoperation", "🦡❤️ 😀 👩‍💻", "Ελλάδα Володимир Зеленський ﬁnally ½",
			"St. J. R. R. Tolkien’s 1,000.50 running ran runs a.b@c.de" })
	void readsTextsAsLuceneHereDoes(String text) throws IOException {
		assertThat(analyzedThere(TextAnalysis.TEXT, text)).isEqualTo(analyzedHere(TextAnalysis.stemming(), text));
		assertThat(analyzedThere(TextAnalysis.WORDS, text)).isEqualTo(analyzedHere(TextAnalysis.asWritten(), text));
	}

	@Test
	void isRebuiltInPlaceWhereAnotherMappingMadeIt() {
		this.mark.write("database " + this.rebuilds.database() + "\nmapping of old\n");
		start();
		assertThat(
				this.jdbc.sql("select reason from index_rebuild order by id desc limit 1").query(String.class).single())
			.isEqualTo("The index was made by another mapping");
		answersUntilRebuilt();
		assertThat(this.mark.read()).isEqualTo(IndexMark.made(this.rebuilds.database()));
	}

	@Test
	void isMadeAnewWhereItIsGone() throws IOException {
		client().performRequest(new Request("DELETE", "/" + this.properties.indexPrefix() + "-article-000001"));
		start();
		IndexSettles.until(() -> this.rebuilds.underWay().isEmpty() && found("lavrov") == 1);
		assertThat(this.mark.isWhole()).isTrue();
	}

	@Test
	void answersAndFollowsWhileANodeEnds() {
		CompletableFuture<Void> end = CompletableFuture.runAsync(() -> OpenSearch.shared().end(OpenSearch.NODES - 1));
		int asked = 0;
		while (!end.isDone() || asked < 20) {
			assertThat(found("lavrov")).isOne();
			asked++;
		}
		end.join();
		this.accession.accept(IndexTests.piece("late", "A potoroo."), Origin.EDITOR, "test");
		IndexSettles.until(() -> found("potoroo") == 1);
	}

	private void answersUntilRebuilt() {
		do {
			assertThat(found("lavrov")).isOne();
		}
		while (this.rebuilds.underWay().isPresent());
	}

	private void start() {
		this.indexAtStart.run(new DefaultApplicationArguments());
	}

	private long found(String typed) {
		return this.search.find(SearchQuery.of(typed, Scope.ARTICLES)).articles();
	}

	private RestClient client() {
		return org.hibernate.search.mapper.orm.Search.mapping(this.entities)
			.backend()
			.unwrap(ElasticsearchBackend.class)
			.client(RestClient.class);
	}

	private List<String> analyzedThere(String analyzer, String text) throws IOException {
		Request request = new Request("POST", "/" + this.properties.indexPrefix() + "-article-read/_analyze");
		request.setJsonEntity("{\"analyzer\":\"" + analyzer + "\",\"text\":\"" + text + "\"}");
		String answer = EntityUtils.toString(client().performRequest(request).getEntity());
		return JsonParser.parseString(answer)
			.getAsJsonObject()
			.getAsJsonArray("tokens")
			.asList()
			.stream()
			.map((token) -> token.getAsJsonObject().get("token").getAsString())
			.toList();
	}

	private static List<String> analyzedHere(Analyzer analyzer, String text) throws IOException {
		List<String> words = new ArrayList<>();
		try (TokenStream stream = analyzer.tokenStream("", text)) {
			CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				words.add(word.toString());
			}
			stream.end();
		}
		return words;
	}

}
