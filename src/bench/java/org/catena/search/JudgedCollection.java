package org.catena.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A test collection in the manner of TREC, in a folder of three files in UTF-8:
 * <ul>
 * <li>{@code queries.tsv}: an id, a tab, the words; one query to a line;</li>
 * <li>{@code qrels.txt}: id of the query, a number that is not read, id of the document,
 * grade, parted by white space: 0 not relevant, from 1 relevant;</li>
 * <li>{@code documents.jsonl}: one JSON object to a line with {@code id}, {@code text},
 * and, if there is one, {@code title}. Without this file the documents are those of the
 * archive: articles by slug, or claims by id.</li>
 * </ul>
 *
 * @param documents the file of the documents, if there is one
 * @param queries the words of each query that has a relevant document, by id
 * @param grades the judged documents with their grades, by query
 */
record JudgedCollection(@Nullable Path documents, Map<String, String> queries,
		Map<String, Map<String, Integer>> grades) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Reads a collection.
	 * @throws IOException when a file is missing or not of its format; the message says
	 * where
	 */
	static JudgedCollection read(Path folder) throws IOException {
		Path documents = folder.resolve("documents.jsonl");
		Map<String, Map<String, Integer>> grades = new TreeMap<>();
		lines(folder.resolve("qrels.txt"), (line) -> {
			String[] columns = line.strip().split("\\s+");
			grades.computeIfAbsent(columns[0], (query) -> new LinkedHashMap<>())
				.put(columns[2], Integer.valueOf(columns[3]));
		});
		Map<String, String> queries = new LinkedHashMap<>();
		lines(folder.resolve("queries.tsv"), (line) -> {
			String[] columns = line.split("\t", 2);
			if (grades.getOrDefault(columns[0], Map.of()).values().stream().anyMatch((grade) -> grade > 0)) {
				queries.put(columns[0], columns[1].strip());
			}
		});
		if (queries.isEmpty()) {
			throw new IOException("No query of " + folder + " has a relevant document");
		}
		return new JudgedCollection(Files.exists(documents) ? documents : null, queries, grades);
	}

	/** Whether the judged documents are claims, whose ids have a slash. */
	boolean isOfClaims() {
		return this.documents == null
				&& this.grades.values().iterator().next().keySet().stream().anyMatch((name) -> name.contains("/"));
	}

	/** Reads the documents one by one. */
	void forEachDocument(DocumentReader reader) throws IOException {
		if (this.documents == null) {
			throw new IllegalStateException("The documents are those of the archive");
		}
		lines(this.documents, (line) -> {
			JsonNode json = JSON.readTree(line);
			reader.read(new Document(json.get("id").asString(), json.path("title").asString(""),
					json.path("text").asString("")));
		});
	}

	private static void lines(Path file, LineReader reader) throws IOException {
		int number = 0;
		try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				number++;
				if (!line.isBlank()) {
					reader.read(line);
				}
			}
		}
		catch (RuntimeException ex) {
			throw new IOException(file + ", line " + number + ": " + ex, ex);
		}
	}

	/**
	 * A document.
	 *
	 * @param id its name in the judgments
	 * @param title its title; empty where it has none
	 * @param text its text; empty where it has none
	 */
	record Document(String id, String title, String text) {
	}

	@FunctionalInterface
	interface DocumentReader {

		void read(Document document) throws IOException;

	}

	@FunctionalInterface
	private interface LineReader {

		void read(String line) throws IOException;

	}

}
