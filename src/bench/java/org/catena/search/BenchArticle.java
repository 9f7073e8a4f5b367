package org.catena.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every system keeps of a generated article.
 *
 * @param slug its name
 * @param title its title
 * @param text its text
 * @param source its source's slug
 * @param author its author's slug, or {@link Facet#NOT_STATED}
 * @param names the names of author and source
 * @param day its day, or null where it has no exact one
 * @param claims its claims
 */
record BenchArticle(String slug, String title, String text, String source, String author, String names,
		@Nullable String day, List<CodedClaim> claims) {

	/** Reads a generated file, a batch at a time. */
	static void forEachBatch(Path file, int size, Reader reader) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			List<BenchArticle> batch = new ArrayList<>();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				batch.add(read(JsonMapper.shared().readTree(line)));
				if (batch.size() == size) {
					reader.read(batch);
					batch.clear();
				}
			}
			reader.read(batch);
		}
	}

	private static BenchArticle read(JsonNode json) {
		List<CodedClaim> claims = new ArrayList<>();
		for (JsonNode claim : json.path("claims")) {
			String claimant = claim.get("claimant").asString();
			claims.add(new CodedClaim("28-point-plan/" + claim.get("points").get(0).get("number").asString(),
					claim.get("stance").asString(), claim.get("kind").asString(), claimant));
		}
		JsonNode author = json.path("authors").path(0);
		String day = json.path("published").asString("");
		return new BenchArticle(json.get("slug").asString(), json.get("title").asString(), json.get("text").asString(),
				json.get("source").get("slug").asString(), author.path("slug").asString(Facet.NOT_STATED),
				author.path("name").asString("") + " " + json.get("source").get("name").asString(),
				(day.length() == 10) ? day : null, claims);
	}

	/** The coding of a claim. */
	record CodedClaim(String point, String stance, String kind, String claimant) {
	}

	@FunctionalInterface
	interface Reader {

		void read(List<BenchArticle> batch) throws IOException;

	}

}
