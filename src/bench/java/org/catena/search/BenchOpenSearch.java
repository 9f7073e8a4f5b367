package org.catena.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenSearch asked over HTTP: one node, one shard, the same analysis, weights, order,
 * facets and marked passages, claims nested in their articles.
 */
final class BenchOpenSearch {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int BATCH = 1000;

	private static final Map<String, Object> KEYWORD = Map.of("type", "keyword");

	private static final Map<String, Object> UNRANKED = Map.of("type", "text", "analyzer", "stemming", "norms", false,
			"fields", Map.of("words", Map.of("type", "text", "analyzer", "words", "norms", false)));

	private final HttpClient http = HttpClient.newHttpClient();

	private final String address;

	BenchOpenSearch(String address) {
		this.address = address;
	}

	/**
	 * Indexes a generated file.
	 * @return the seconds that it took, without reading the file
	 */
	double index(Path file) throws IOException {
		send("PUT", "/articles", Map.of("settings", settings(), "mappings", mapping()));
		long[] nanoseconds = new long[1];
		BenchArticle.forEachBatch(file, BATCH, (batch) -> {
			StringBuilder lines = new StringBuilder();
			for (BenchArticle article : batch) {
				lines.append("{\"index\":{}}\n").append(JSON.writeValueAsString(document(article))).append('\n');
			}
			if (!batch.isEmpty()) {
				long start = System.nanoTime();
				if (send("POST", "/articles/_bulk", lines.toString()).path("errors").asBoolean(true)) {
					throw new IOException("OpenSearch took in less than it was given");
				}
				nanoseconds[0] += System.nanoTime() - start;
			}
		});
		long start = System.nanoTime();
		send("POST", "/articles/_refresh", "");
		return (nanoseconds[0] + System.nanoTime() - start) / 1e9;
	}

	private static Map<String, Object> settings() {
		return Map.of("number_of_shards", 1, "number_of_replicas", 0, "refresh_interval", "-1", "analysis",
				Map.of("filter",
						Map.of("possessive", Map.of("type", "stemmer", "language", "possessive_english"), "unwritten",
								Map.of("type", "pattern_replace", "pattern", TextAnalysis.UNWRITTEN, "replacement", ""),
								"stem", Map.of("type", "snowball", "language", "English")),
						"analyzer",
						Map.of("stemming",
								Map.of("tokenizer", "standard", "filter",
										List.of("possessive", "lowercase", "asciifolding", "unwritten", "stem")),
								"words", Map.of("tokenizer", "standard", "filter",
										List.of("possessive", "lowercase", "asciifolding", "unwritten")))));
	}

	private static Map<String, Object> mapping() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("slug", KEYWORD);
		fields.put("all", Map.of("type", "text", "analyzer", "stemming"));
		fields.put("title", UNRANKED);
		fields.put("text", UNRANKED);
		fields.put("names", UNRANKED);
		fields.put("source", KEYWORD);
		fields.put("author", KEYWORD);
		fields.put("day", Map.of("type", "date"));
		fields.put("claims", Map.of("type", "nested", "properties",
				Map.of("point", KEYWORD, "stance", KEYWORD, "kind", KEYWORD, "claimant", KEYWORD)));
		// What is searched as a whole need not be given back.
		return Map.of("properties", fields, "_source", Map.of("excludes", List.of("all")));
	}

	private static Map<String, Object> document(BenchArticle article) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("slug", article.slug());
		document.put("all", List.of(article.title(), article.title(), article.names(), article.text()));
		document.put("title", article.title());
		document.put("text", article.text());
		document.put("names", article.names());
		document.put("source", article.source());
		document.put("author", article.author());
		if (article.day() != null) {
			document.put("day", article.day());
		}
		document.put("claims",
				article.claims()
					.stream()
					.map((claim) -> Map.of("point", claim.point(), "stance", claim.stance(), "kind", claim.kind(),
							"claimant", claim.claimant().equals("author") ? article.author() : claim.claimant()))
					.toList());
		return document;
	}

	/** A page of hits with exact total, facets and marked passages; returns the total. */
	long search(BenchQuery asked) throws IOException {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("from", 10 * (asked.page() - 1));
		query.put("size", 10);
		query.put("track_total_hits", true);
		query.put("query", Map.of("bool", query(asked.form())));
		query.put("sort",
				List.of("_score", Map.of("day", Map.of("order", "desc", "missing", "_last")), Map.of("slug", "asc")));
		query.put("_source", List.of("slug", "title"));
		query.put("aggs",
				Map.of("source", terms("source"), "author", terms("author"), "claims",
						Map.of("nested", Map.of("path", "claims"), "aggs",
								Map.of("point", terms("claims.point"), "stance", terms("claims.stance"), "kind",
										terms("claims.kind"), "claimant", terms("claims.claimant")))));
		if (!(asked.form() instanceof BenchQuery.Coded)) {
			query.put("highlight", Map.of("require_field_match", false, "fields",
					Map.of("text", Map.of("number_of_fragments", 3))));
		}
		JsonNode found = send("POST", "/articles/_search?request_cache=false", query);
		return found.path("hits").path("total").path("value").asLong();
	}

	private static Map<String, Object> terms(String field) {
		return Map.of("terms", Map.of("field", field, "size", 10));
	}

	private static Map<String, Object> query(BenchQuery.Form form) {
		List<Object> must = new ArrayList<>();
		if (form instanceof BenchQuery.Words words) {
			for (String word : words.words().split(" ")) {
				must.add(phrase(word));
			}
			return (words.source() != null)
					? Map.of("must", must, "filter", List.of(Map.of("term", Map.of("source", words.source()))))
					: Map.of("must", must);
		}
		if (form instanceof BenchQuery.Phrase phrase) {
			must.add(phrase(phrase.phrase()));
			if (phrase.word() != null) {
				must.add(phrase(phrase.word()));
			}
			return Map.of("must", must);
		}
		if (form instanceof BenchQuery.Prefix prefix) {
			return Map.of("should",
					List.of("title.words", "text.words", "names.words")
						.stream()
						.map((field) -> Map.of("prefix", Map.of(field, prefix.beginning())))
						.toList());
		}
		if (form instanceof BenchQuery.Either either) {
			return Map.of("must",
					List.of(Map.of("bool", Map.of("should", List.of(phrase(either.one()), phrase(either.other()))))),
					"must_not", List.of(phrase(either.without())));
		}
		BenchQuery.Coded coded = (BenchQuery.Coded) form;
		return Map.of("filter",
				List.of(Map.of("nested",
						Map.of("path", "claims", "query",
								Map.of("bool",
										Map.of("filter",
												List.of(Map.of("term", Map.of("claims.point", coded.point())),
														Map.of("term", Map.of("claims.stance", coded.stance())))))))));
	}

	private static Map<String, Object> phrase(String words) {
		return Map.of("match_phrase", Map.of("all", words));
	}

	private JsonNode send(String method, String path, Map<String, Object> body) throws IOException {
		return send(method, path, JSON.writeValueAsString(body));
	}

	private JsonNode send(String method, String path, @Nullable String body) throws IOException {
		try {
			HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(URI.create(this.address + path))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString((body != null) ? body : ""))
				.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 300) {
				throw new IOException("OpenSearch answered " + response.statusCode() + ": " + response.body());
			}
			return JSON.readTree(response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
