package org.catena.search;

import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.catena.search.QueryNode.Near;
import org.catena.search.QueryNode.Term;

/**
 * {@link Predicates#intervals} in the words of a cluster, which reads the texts of a
 * query as it reads those of the field.
 */
final class ClusterIntervals {

	private ClusterIntervals() {
	}

	/** The query, as JSON. */
	static JsonObject of(String field, Near near) {
		JsonArray both = new JsonArray();
		both.add(ways(near.one()));
		both.add(ways(near.other()));
		JsonObject all = new JsonObject();
		all.addProperty("ordered", false);
		all.addProperty("max_gaps", near.within());
		all.add("intervals", both);
		return named("intervals", named(field, named("all_of", all)));
	}

	private static JsonObject ways(Term term) {
		JsonArray ways = new JsonArray();
		Stream.concat(Stream.of(term.text()), term.variants().stream()).forEach((way) -> {
			JsonObject words = new JsonObject();
			words.addProperty("query", way);
			words.addProperty("ordered", true);
			words.addProperty("max_gaps", 0);
			ways.add(named("match", words));
		});
		JsonObject any = new JsonObject();
		any.add("intervals", ways);
		return named("any_of", any);
	}

	private static JsonObject named(String name, JsonObject content) {
		JsonObject named = new JsonObject();
		named.add(name, content);
		return named;
	}

}
