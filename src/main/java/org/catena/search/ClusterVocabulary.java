package org.catena.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The words of an index in a cluster, by its suggester of terms. A cluster does not list
 * the words with a beginning.
 */
@Component
@ConditionalOnProperty(name = "catena.search.backend", havingValue = "elasticsearch")
class ClusterVocabulary implements Vocabulary {

	private static final Log log = LogFactory.getLog(ClusterVocabulary.class);

	private final EntityManagerFactory entities;

	private final String index;

	ClusterVocabulary(EntityManagerFactory entities, IndexProperties properties) {
		this.entities = entities;
		this.index = new ClusterNames(properties.indexPrefix()).createReadAlias("article");
	}

	@Override
	public Optional<String> instead(String word) {
		int letters = word.codePointCount(0, word.length());
		if (letters < LuceneVocabulary.SHORTEST || letters > LuceneVocabulary.LONGEST
				|| !word.codePoints().allMatch(Character::isLetter)) {
			return Optional.empty();
		}
		try {
			RestClient client = Search.mapping(this.entities)
				.backend()
				.unwrap(ElasticsearchBackend.class)
				.client(RestClient.class);
			Request request = new Request("POST", "/" + this.index + "/_search");
			request.setJsonEntity(request(word, (letters < LuceneVocabulary.LONG) ? 1 : 2).toString());
			return best(word, JsonParser.parseString(EntityUtils.toString(client.performRequest(request).getEntity()))
				.getAsJsonObject());
		}
		catch (IOException ex) {
			log.warn("The cluster has no advice", ex);
			return Optional.empty();
		}
	}

	@Override
	public List<String> beginningWith(String beginning, int most) {
		return List.of();
	}

	/** Asks in how many articles the word is, and for words that are like it. */
	private static JsonObject request(String word, int edits) {
		JsonArray fields = new JsonArray();
		JsonObject suggest = new JsonObject();
		suggest.addProperty("text", word);
		for (String field : LuceneVocabulary.FIELDS) {
			fields.add(field);
			JsonObject term = new JsonObject();
			term.addProperty("field", field);
			term.addProperty("suggest_mode", "always");
			term.addProperty("max_edits", edits);
			term.addProperty("prefix_length", 1);
			term.addProperty("min_word_length", LuceneVocabulary.SHORTEST);
			term.addProperty("size", 50);
			JsonObject named = new JsonObject();
			named.add("term", term);
			suggest.add(field, named);
		}
		JsonObject words = new JsonObject();
		words.addProperty("query", word);
		words.add("fields", fields);
		JsonObject query = new JsonObject();
		query.add("multi_match", words);
		JsonObject request = new JsonObject();
		request.addProperty("size", 0);
		request.addProperty("track_total_hits", true);
		request.add("query", query);
		request.add("suggest", suggest);
		return request;
	}

	private static Optional<String> best(String word, JsonObject answer) {
		int least = answer.getAsJsonObject("hits").getAsJsonObject("total").get("value").getAsInt()
				* LuceneVocabulary.RATHER;
		Map<String, Integer> near = new TreeMap<>();
		for (String field : LuceneVocabulary.FIELDS) {
			for (JsonElement entry : answer.getAsJsonObject("suggest").getAsJsonArray(field)) {
				for (JsonElement option : entry.getAsJsonObject().getAsJsonArray("options")) {
					near.merge(option.getAsJsonObject().get("text").getAsString(),
							option.getAsJsonObject().get("freq").getAsInt(), Math::max);
				}
			}
		}
		return Vocabulary.nearest(word, near, least);
	}

}
