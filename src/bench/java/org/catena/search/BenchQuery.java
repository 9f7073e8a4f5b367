package org.catena.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A query that all systems answer.
 *
 * @param label what it is an example of
 * @param words as typed into the application
 * @param chosen facets that narrow it
 * @param page which page, from 1
 * @param form how others are asked for the same
 * @param view a view of the application that is asked for instead of the list
 */
record BenchQuery(String label, String words, Map<Facet, List<String>> chosen, int page, Form form,
		@Nullable String view) {

	/** The deepest page whose hits every system pages through. */
	static final int DEEP = 500;

	/**
	 * The queries of the benchmark, made of words whose frequency in the corpus is known.
	 */
	static List<BenchQuery> all(GeneratedCorpus corpus, int articles) {
		String common = corpus.wordInShare(0.99, articles);
		String often = corpus.wordInShare(0.5, articles);
		String some = corpus.wordInShare(0.05, articles);
		List<BenchQuery> queries = new ArrayList<>();
		queries.add(words("rare word", corpus.rareWord(), 1));
		queries.add(words("word in 5 % of articles", some, 1));
		queries.add(words("word in 99 % of articles", common, 1));
		queries.add(words("two words", common + " " + often, 1));
		queries.add(new BenchQuery("phrase", "\"peace plan\"", Map.of(), 1, new Phrase("peace plan", null), null));
		queries.add(new BenchQuery("phrase and word", "\"peace plan\" " + common, Map.of(), 1,
				new Phrase("peace plan", common), null));
		queries.add(new BenchQuery("prefix", "ukrain*", Map.of(), 1, new Prefix("ukrain"), null));
		queries.add(new BenchQuery("boolean", "(" + some + " OR guarantees) -witkoff", Map.of(), 1,
				new Either(some, "guarantees", "witkoff"), null));
		queries.add(new BenchQuery("one source chosen", common, Map.of(Facet.SOURCE, List.of("bench-source-1")), 1,
				new Words(common, "bench-source-1"), null));
		queries.add(words("page " + DEEP + " of a word in 99 %", common, DEEP));
		queries.add(new BenchQuery("point 7 opposed", "",
				Map.of(Facet.POINT, List.of("28-point-plan/7"), Facet.STANCE, List.of("opposes")), 1,
				new Coded("28-point-plan/7", "opposes"), null));
		queries.add(new BenchQuery("concordance (KWIC)", some, Map.of(), 1, new Words(some, null), "kwic"));
		return queries;
	}

	private static BenchQuery words(String label, String words, int page) {
		return new BenchQuery(label, words, Map.of(), page, new Words(words, null), null);
	}

	/** The address of the application's page. */
	String address() {
		StringBuilder address = new StringBuilder("/search?q=")
			.append(URLEncoder.encode(this.words, StandardCharsets.UTF_8));
		this.chosen.forEach((facet,
				values) -> values.forEach((value) -> address.append('&')
					.append(facet.parameter())
					.append('=')
					.append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
		if (this.page > 1) {
			address.append("&page=").append(this.page);
		}
		if (this.view != null) {
			address.append("&view=").append(this.view);
		}
		return address.toString();
	}

	/** The query as the application's service is asked. */
	SearchQuery asked() {
		return new SearchQuery(this.words, Scope.ARTICLES, this.chosen, null, null, Sort.RELEVANCE, this.page);
	}

	/** How a query is put to systems that do not know the application's language. */
	sealed interface Form {

	}

	/** All of some words, perhaps of one source. */
	record Words(String words, @Nullable String source) implements Form {
	}

	/** A phrase, perhaps with a word. */
	record Phrase(String phrase, @Nullable String word) implements Form {
	}

	/** The beginning of a word. */
	record Prefix(String beginning) implements Form {
	}

	/** Either of two words without a third. */
	record Either(String one, String other, String without) implements Form {
	}

	/** A claim about a point with a stance. */
	record Coded(String point, String stance) implements Form {
	}

}
